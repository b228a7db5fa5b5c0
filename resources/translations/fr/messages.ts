<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
    <context>
        <name>Messages</name>
        <message>
            <source>This was refused (%1).</source>
            <translation>C'est refusé (%1).</translation>
        </message>
        <message>
            <source>Nothing was changed; all that was stored is still there.</source>
            <translation>Rien n'a été modifié ; tout ce qui était enregistré est toujours là.</translation>
        </message>
        <message>
            <source>Something went wrong in the program itself.</source>
            <translation>Le programme lui-même a eu un problème.</translation>
        </message>
        <message>
            <source>What was entered is stored, and drafts are kept as they were half a second before.</source>
            <translation>Ce qui a été saisi est enregistré ; les brouillons sont gardés tels qu'une demi-seconde avant.</translation>
        </message>
        <message>
            <source>Go back and try again. If it happens again, close the program and start it anew.</source>
            <translation>Revenez et réessayez. Si cela se reproduit, fermez le programme et relancez-le.</translation>
        </message>
        <message>
            <source>The data base is not where it should be.</source>
            <translation>La base de données n'est pas à sa place.</translation>
        </message>
        <message>
            <source>Look whether its disk or stick is plugged in; else restore the last backup.</source>
            <translation>Vérifiez que son disque ou sa clé est branché ; sinon, restaurez la dernière sauvegarde.</translation>
        </message>
        <message>
            <source>The data base cannot be read: it is damaged, or its key does not fit.</source>
            <translation>La base de données est illisible : elle est abîmée, ou sa clé ne convient pas.</translation>
        </message>
        <message>
            <source>Do not go on writing. Restore the last backup from the settings.</source>
            <translation>N'écrivez plus rien. Restaurez la dernière sauvegarde depuis les réglages.</translation>
        </message>
        <message>
            <source>The disk is full.</source>
            <translation>Le disque est plein.</translation>
        </message>
        <message>
            <source>Free some space, then do it again.</source>
            <translation>Libérez de la place, puis recommencez.</translation>
        </message>
        <message>
            <source>The data base may only be read.</source>
            <translation>La base de données est en lecture seule.</translation>
        </message>
        <message>
            <source>Look whether the stick or folder is write-protected.</source>
            <translation>Vérifiez si la clé ou le dossier est protégé en écriture.</translation>
        </message>
        <message>
            <source>The data base is busy with another window.</source>
            <translation>La base de données est occupée par une autre fenêtre.</translation>
        </message>
        <message>
            <source>Wait a moment, then do it again.</source>
            <translation>Attendez un instant, puis recommencez.</translation>
        </message>
        <message>
            <source>The data base is of another version of the program.</source>
            <translation>La base de données vient d'une autre version du programme.</translation>
        </message>
        <message>
            <source>Install the newest version, then start again.</source>
            <translation>Installez la version la plus récente, puis relancez.</translation>
        </message>
        <message>
            <source>The data base lies on a network folder, where it would be damaged.</source>
            <translation>La base de données est dans un dossier réseau, où elle s'abîmerait.</translation>
        </message>
        <message>
            <source>Move it to a disk of this computer.</source>
            <translation>Déplacez-la sur un disque de cet ordinateur.</translation>
        </message>
        <message>
            <source>There is already a data base here.</source>
            <translation>Il y a déjà une base de données ici.</translation>
        </message>
        <message>
            <source>Choose another folder.</source>
            <translation>Choisissez un autre dossier.</translation>
        </message>
    </context>
</TS>
