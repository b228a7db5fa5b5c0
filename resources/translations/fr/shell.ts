<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
    <context>
        <name>CrashPage</name>
        <message>
            <source>Go back to work</source>
            <translation>Revenir au travail</translation>
        </message>
        <message>
            <source>Close the program</source>
            <translation>Fermer le programme</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>Ce qui s'est passé</translation>
        </message>
        <message>
            <source>What was kept</source>
            <translation>Ce qui est gardé</translation>
        </message>
        <message>
            <source>What to do</source>
            <translation>Ce qu'il faut faire</translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation>Interruption</translation>
        </message>
    </context>
    <context>
        <name>Frame</name>
        <message>
            <source>Understood</source>
            <translation>Compris</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Verrouiller</translation>
        </message>
        <message>
            <source>Practice: all people here are invented, nothing counts.</source>
            <translation>Exercice : toutes les personnes sont inventées, rien ne compte.</translation>
        </message>
    </context>
    <context>
        <name>KeysPage</name>
        <message>
            <source>Keys</source>
            <translation>Touches</translation>
        </message>
    </context>
    <context>
        <name>Rail</name>
        <message>
            <source>Places</source>
            <translation>Lieux de travail</translation>
        </message>
    </context>
    <context>
        <name>SearchBox</name>
        <message>
            <source>Name, alias, code, telephone, birth …</source>
            <translation>Nom, alias, code, téléphone, naissance …</translation>
        </message>
        <message>
            <source>Search for a person</source>
            <translation>Chercher une personne</translation>
        </message>
        <message>
            <source>People found</source>
            <translation>Personnes trouvées</translation>
        </message>
        <message>
            <source>New person: %1</source>
            <translation>Nouvelle personne : %1</translation>
        </message>
    </context>
    <context>
        <name>SignInPage</name>
        <message>
            <source>Sign-in name</source>
            <translation>Nom d'utilisateur</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Mot de passe</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>Entrer</translation>
        </message>
        <message>
            <source>Records of a permanence. What is in here is encrypted.</source>
            <translation>Dossiers d'une permanence. Tout ce qui est ici est chiffré.</translation>
        </message>
        <message>
            <source>Opening …</source>
            <translation>Ouverture …</translation>
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message>
            <source>keys</source>
            <translation>touches</translation>
        </message>
        <message>
            <source>hide names</source>
            <translation>masquer les noms</translation>
        </message>
        <message>
            <source>lock</source>
            <translation>verrouiller</translation>
        </message>
        <message numerus="yes">
            <source>%n draft(s)</source>
            <translation>
                <numerusform>%n brouillon</numerusform>
                <numerusform>%n brouillons</numerusform>
            </translation>
        </message>
        <message>
            <source>backup %1</source>
            <translation>sauvegarde %1</translation>
        </message>
    </context>
    <context>
        <name>Window</name>
        <message>
            <source>Locked. Nothing was lost; sign in to go on.</source>
            <translation>Verrouillé. Rien n'est perdu ; entrez pour continuer.</translation>
        </message>
    </context>
</TS>
