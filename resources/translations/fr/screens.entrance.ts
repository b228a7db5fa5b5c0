<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
    <context>
        <name>Entrance</name>
        <message>
            <source>A file or folder could not be read or written: %1</source>
            <translation>Un fichier ou un dossier n'a pas pu être lu ou écrit : %1</translation>
        </message>
    </context>
    <context>
        <name>EntrancePage</name>
        <message>
            <source>Back</source>
            <translation>Retour</translation>
        </message>
        <message>
            <source>One moment …</source>
            <translation>Un instant …</translation>
        </message>
        <message>
            <source>This is needed.</source>
            <translation>Ce champ est nécessaire.</translation>
        </message>
    </context>
    <context>
        <name>FirstAccountPage</name>
        <message>
            <source>A new data base</source>
            <translation>Une nouvelle base de données</translation>
        </message>
        <message>
            <source>This first account is doctor and administrator; others are added under Settings.</source>
            <translation>Ce premier compte est médecin et administrateur ; les autres s'ajoutent dans les réglages.</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>Continuer</translation>
        </message>
        <message>
            <source>Sign-in name</source>
            <translation>Nom de connexion</translation>
        </message>
        <message>
            <source>Never a full name: anne, dr-b …</source>
            <translation>Jamais un nom complet : anne, dr-b …</translation>
        </message>
        <message>
            <source>Name that colleagues see</source>
            <translation>Nom que voient les collègues</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Mot de passe</translation>
        </message>
        <message>
            <source>At least 12 characters; a short sentence is good.</source>
            <translation>Au moins 12 caractères ; une courte phrase convient.</translation>
        </message>
        <message>
            <source>Password, again</source>
            <translation>Mot de passe, encore</translation>
        </message>
        <message>
            <source>On slips for the laboratory (may wait)</source>
            <translation>Sur les demandes au laboratoire (peut attendre)</translation>
        </message>
        <message>
            <source>Prescriber, as on a slip</source>
            <translation>Prescripteur, comme sur une demande</translation>
        </message>
        <message>
            <source>INAMI number</source>
            <translation>Numéro INAMI</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Adresse</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>Téléphone</translation>
        </message>
        <message>
            <source>Restore a backup instead</source>
            <translation>Plutôt restaurer une sauvegarde</translation>
        </message>
        <message>
            <source>The two passwords differ.</source>
            <translation>Les deux mots de passe diffèrent.</translation>
        </message>
    </context>
    <context>
        <name>RecoveryPage</name>
        <message>
            <source>Recovery code</source>
            <translation>Code de récupération</translation>
        </message>
        <message>
            <source>With the code of the sheet, an account gets another password.</source>
            <translation>Avec le code de la feuille, un compte reçoit un autre mot de passe.</translation>
        </message>
        <message>
            <source>Set the password and sign in</source>
            <translation>Changer le mot de passe et entrer</translation>
        </message>
        <message>
            <source>Code, six groups</source>
            <translation>Code, six groupes</translation>
        </message>
        <message>
            <source>Capitals, blanks and dashes do not matter.</source>
            <translation>Majuscules, espaces et tirets n'ont pas d'importance.</translation>
        </message>
        <message>
            <source>Sign-in name</source>
            <translation>Nom de connexion</translation>
        </message>
        <message>
            <source>New password</source>
            <translation>Nouveau mot de passe</translation>
        </message>
        <message>
            <source>At least 12 characters.</source>
            <translation>Au moins 12 caractères.</translation>
        </message>
        <message>
            <source>New password, again</source>
            <translation>Nouveau mot de passe, encore</translation>
        </message>
        <message>
            <source>The two passwords differ.</source>
            <translation>Les deux mots de passe diffèrent.</translation>
        </message>
    </context>
    <context>
        <name>RestorePage</name>
        <message>
            <source>Restore a backup</source>
            <translation>Restaurer une sauvegarde</translation>
        </message>
        <message>
            <source>A backup opens with the passwords of the day it was made, or with the recovery code.</source>
            <translation>Une sauvegarde s'ouvre avec les mots de passe du jour où elle a été faite, ou avec le code de récupération.</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>Restaurer</translation>
        </message>
        <message>
            <source>File of the backup</source>
            <translation>Fichier de la sauvegarde</translation>
        </message>
        <message>
            <source>Sign-in name</source>
            <translation>Nom de connexion</translation>
        </message>
        <message>
            <source>Leave it empty to use the recovery code.</source>
            <translation>À laisser vide pour le code de récupération.</translation>
        </message>
        <message>
            <source>Password or recovery code</source>
            <translation>Mot de passe ou code de récupération</translation>
        </message>
    </context>
    <context>
        <name>SheetPage</name>
        <message>
            <source>The recovery sheet</source>
            <translation>La feuille de récupération</translation>
        </message>
        <message>
            <source>It opens the records when every password is lost. Without it nobody can, not even the authors of the program. Keep it on paper, locked away from this computer.</source>
            <translation>Elle ouvre les dossiers quand tous les mots de passe sont perdus. Sans elle personne ne le peut, pas même les auteurs du programme. À garder sur papier, sous clé, loin de cet ordinateur.</translation>
        </message>
        <message>
            <source>Create the data base</source>
            <translation>Créer la base de données</translation>
        </message>
        <message>
            <source>1 · Print the sheet, or save it on a stick</source>
            <translation>1 · Imprimer la feuille, ou l'enregistrer sur une clé USB</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>Imprimer</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Fichier</translation>
        </message>
        <message>
            <source>A new file on a stick, ending in .pdf; never a folder of this computer's user.</source>
            <translation>Un nouveau fichier sur une clé USB, en .pdf ; jamais dans un dossier de l'utilisateur de cet ordinateur.</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Enregistrer</translation>
        </message>
        <message>
            <source>2 · Type two of its groups, to be sure of it</source>
            <translation>2 · Taper deux de ses groupes, pour en être sûr</translation>
        </message>
        <message>
            <source>Group %1</source>
            <translation>Groupe %1</translation>
        </message>
        <message>
            <source>These are not the two groups that stand on the sheet.</source>
            <translation>Ce ne sont pas les deux groupes qui figurent sur la feuille.</translation>
        </message>
        <message>
            <source>Printed. Take it from the printer now.</source>
            <translation>Imprimée. La prendre à l'imprimante tout de suite.</translation>
        </message>
        <message>
            <source>This is needed.</source>
            <translation>Ce champ est nécessaire.</translation>
        </message>
        <message>
            <source>Saved. Print it, then delete the file.</source>
            <translation>Enregistrée. L'imprimer, puis effacer le fichier.</translation>
        </message>
    </context>
    <context>
        <name>SwitchPage</name>
        <message>
            <source>Who is there?</source>
            <translation>Qui est là ?</translation>
        </message>
        <message>
            <source>Choose with the arrows, then type the password.</source>
            <translation>Choisir avec les flèches, puis taper le mot de passe.</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>Entrer</translation>
        </message>
        <message>
            <source>Accounts</source>
            <translation>Comptes</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Mot de passe</translation>
        </message>
    </context>
</TS>
