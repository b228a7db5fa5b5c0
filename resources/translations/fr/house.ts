<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
    <context>
        <name>House</name>
        <message>
            <source>Name or password is not right.</source>
            <translation>Nom ou mot de passe incorrect.</translation>
        </message>
        <message>
            <source>The keys beside the data base cannot be used. Restore a backup.</source>
            <translation>Les clés à côté de la base de données sont inutilisables. Restaurez une sauvegarde.</translation>
        </message>
        <message>
            <source>The disk does not let the data base be opened.</source>
            <translation>Le disque ne laisse pas ouvrir la base de données.</translation>
        </message>
        <message>
            <source>Who is there?</source>
            <translation>Qui est là ?</translation>
        </message>
    </context>
</TS>
