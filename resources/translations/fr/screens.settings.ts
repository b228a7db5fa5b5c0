<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
    <context>
        <name>AccountsTab</name>
        <message>
            <source>Disable</source>
            <translation>Désactiver</translation>
        </message>
        <message>
            <source>Enter on a row changes it. A disabled account keeps its history.</source>
            <translation>Entrée sur une ligne la modifie. Un compte désactivé garde son histoire.</translation>
        </message>
        <message>
            <source>Signs in as</source>
            <translation>Nom de connexion</translation>
        </message>
        <message>
            <source>Shown name</source>
            <translation>Nom affiché</translation>
        </message>
        <message>
            <source>State</source>
            <translation>État</translation>
        </message>
        <message>
            <source>disabled</source>
            <translation>désactivé</translation>
        </message>
        <message>
            <source>open</source>
            <translation>ouvert</translation>
        </message>
        <message>
            <source>Roles</source>
            <translation>Rôles</translation>
        </message>
        <message>
            <source>Accounts</source>
            <translation>Comptes</translation>
        </message>
        <message>
            <source>No account</source>
            <translation>Aucun compte</translation>
        </message>
        <message>
            <source>Add one beside.</source>
            <translation>Ajoutez-en un à côté.</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Mot de passe</translation>
        </message>
        <message>
            <source>Password, again</source>
            <translation>Mot de passe, encore</translation>
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
            <source>Set this password</source>
            <translation>Donner ce mot de passe</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>New account</source>
            <translation>Nouveau compte</translation>
        </message>
        <message>
            <source>Change %1</source>
            <translation>Modifier %1</translation>
        </message>
        <message>
            <source>Add the account</source>
            <translation>Ajouter le compte</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Enregistrer</translation>
        </message>
        <message>
            <source>Enable</source>
            <translation>Réactiver</translation>
        </message>
        <message>
            <source>The two passwords differ.</source>
            <translation>Les deux mots de passe diffèrent.</translation>
        </message>
        <message>
            <source>Account saved</source>
            <translation>Compte enregistré</translation>
        </message>
    </context>
    <context>
        <name>BackupTab</name>
        <message>
            <source>Folder</source>
            <translation>Dossier</translation>
        </message>
        <message>
            <source>Best a stick kept elsewhere. Empty: beside the data, against mistakes only.</source>
            <translation>Au mieux une clé USB gardée ailleurs. Vide : à côté des données, contre les erreurs seulement.</translation>
        </message>
        <message>
            <source>Back up now</source>
            <translation>Sauvegarder maintenant</translation>
        </message>
        <message>
            <source>No backup was made yet.</source>
            <translation>Aucune sauvegarde n'a encore été faite.</translation>
        </message>
        <message>
            <source>Make one at every session.</source>
            <translation>Faites-en une à chaque séance.</translation>
        </message>
        <message>
            <source>Last backup: %1 at %2</source>
            <translation>Dernière sauvegarde : %1 à %2</translation>
        </message>
        <message>
            <source>Backup made</source>
            <translation>Sauvegarde faite</translation>
        </message>
    </context>
    <context>
        <name>CalendarTab</name>
        <message>
            <source>Reason for taking the chosen day back</source>
            <translation>Raison de retirer le jour choisi</translation>
        </message>
        <message>
            <source>Take it back</source>
            <translation>Le retirer</translation>
        </message>
        <message>
            <source>Closures and extra days</source>
            <translation>Fermetures et jours en plus</translation>
        </message>
        <message>
            <source>Places</source>
            <translation>Lieux</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Jour</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Quoi</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>Où</translation>
        </message>
        <message>
            <source>everywhere</source>
            <translation>partout</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Raison</translation>
        </message>
        <message>
            <source>No day departs from the calendar</source>
            <translation>Aucun jour ne s'écarte du calendrier</translation>
        </message>
        <message>
            <source>Public holidays are known already.</source>
            <translation>Les jours fériés sont déjà connus.</translation>
        </message>
        <message>
            <source>closed</source>
            <translation>fermé</translation>
        </message>
        <message>
            <source>extra %1–%2</source>
            <translation>en plus %1–%2</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Lieu</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Genre</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>Code</translation>
        </message>
        <message>
            <source>No place</source>
            <translation>Aucun lieu</translation>
        </message>
        <message>
            <source>Add one beside.</source>
            <translation>Ajoutez-en un à côté.</translation>
        </message>
        <message>
            <source>permanence</source>
            <translation>permanence</translation>
        </message>
        <message>
            <source>practice</source>
            <translation>cabinet</translation>
        </message>
        <message>
            <source>outreach</source>
            <translation>travail de rue</translation>
        </message>
        <message>
            <source>medibus</source>
            <translation>médibus</translation>
        </message>
        <message>
            <source>other</source>
            <translation>autre</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Fermé</translation>
        </message>
        <message>
            <source>Extra day</source>
            <translation>Jour en plus</translation>
        </message>
        <message>
            <source>Empty: every place</source>
            <translation>Vide : tous les lieux</translation>
        </message>
        <message>
            <source>From</source>
            <translation>De</translation>
        </message>
        <message>
            <source>To</source>
            <translation>À</translation>
        </message>
        <message>
            <source>Add the day</source>
            <translation>Ajouter le jour</translation>
        </message>
        <message>
            <source>A day that departs</source>
            <translation>Un jour qui s'écarte</translation>
        </message>
        <message>
            <source>Code, for life</source>
            <translation>Code, pour toujours</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nom</translation>
        </message>
        <message>
            <source>Add the place</source>
            <translation>Ajouter le lieu</translation>
        </message>
        <message>
            <source>Another place</source>
            <translation>Un autre lieu</translation>
        </message>
        <message>
            <source>An hour as 14:30.</source>
            <translation>Une heure comme 14:30.</translation>
        </message>
        <message>
            <source>An extra day is at one place.</source>
            <translation>Un jour en plus est dans un lieu.</translation>
        </message>
        <message>
            <source>Choose one of the list.</source>
            <translation>Choisissez dans la liste.</translation>
        </message>
        <message>
            <source>The calendar was changed; due dates follow</source>
            <translation>Le calendrier est changé ; les échéances suivent</translation>
        </message>
        <message>
            <source>Choose a day above and give a reason.</source>
            <translation>Choisissez un jour ci-dessus et donnez une raison.</translation>
        </message>
        <message>
            <source>Place added</source>
            <translation>Lieu ajouté</translation>
        </message>
    </context>
    <context>
        <name>OrdersTab</name>
        <message>
            <source>Last day of the chosen order</source>
            <translation>Dernier jour de l'ordre choisi</translation>
        </message>
        <message>
            <source>End it</source>
            <translation>Y mettre fin</translation>
        </message>
        <message>
            <source>Doctor</source>
            <translation>Médecin</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Du</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>Au</translation>
        </message>
        <message>
            <source>State</source>
            <translation>État</translation>
        </message>
        <message>
            <source>in force</source>
            <translation>en vigueur</translation>
        </message>
        <message>
            <source>not in force</source>
            <translation>pas en vigueur</translation>
        </message>
        <message>
            <source>Standing orders</source>
            <translation>Ordres permanents</translation>
        </message>
        <message>
            <source>No standing order</source>
            <translation>Aucun ordre permanent</translation>
        </message>
        <message>
            <source>Without one, nurses give no dose and order no test by themselves.</source>
            <translation>Sans lui, les infirmiers ne donnent aucune dose et ne demandent aucune analyse seuls.</translation>
        </message>
        <message>
            <source>Until (may stay empty)</source>
            <translation>Au (peut rester vide)</translation>
        </message>
        <message>
            <source>Tests, one by one</source>
            <translation>Analyses, une à une</translation>
        </message>
        <message>
            <source>Vaccines, one by one</source>
            <translation>Vaccins, un à un</translation>
        </message>
        <message>
            <source>Give this standing order</source>
            <translation>Donner cet ordre permanent</translation>
        </message>
        <message>
            <source>New standing order</source>
            <translation>Nouvel ordre permanent</translation>
        </message>
        <message>
            <source>Covers: %1</source>
            <translation>Couvre : %1</translation>
        </message>
        <message>
            <source>Standing order given</source>
            <translation>Ordre permanent donné</translation>
        </message>
        <message>
            <source>The standing order has its last day</source>
            <translation>L'ordre permanent a son dernier jour</translation>
        </message>
    </context>
    <context>
        <name>OwnTab</name>
        <message>
            <source>Password until now</source>
            <translation>Mot de passe actuel</translation>
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
            <source>Change my password</source>
            <translation>Changer mon mot de passe</translation>
        </message>
        <message>
            <source>My password</source>
            <translation>Mon mot de passe</translation>
        </message>
        <message>
            <source>Appearance</source>
            <translation>Apparence</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>Comme le système</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Clair</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Sombre</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Thème</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Langue</translation>
        </message>
        <message>
            <source>From the next start of the program.</source>
            <translation>À partir du prochain démarrage du programme.</translation>
        </message>
        <message>
            <source>The two passwords differ.</source>
            <translation>Les deux mots de passe diffèrent.</translation>
        </message>
        <message>
            <source>Password changed</source>
            <translation>Mot de passe changé</translation>
        </message>
    </context>
    <context>
        <name>Picker</name>
        <message>
            <source>Take the last one out</source>
            <translation>Retirer le dernier</translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>Settings</source>
            <translation>Réglages</translation>
        </message>
        <message>
            <source>Myself</source>
            <translation>Moi</translation>
        </message>
        <message>
            <source>Accounts</source>
            <translation>Comptes</translation>
        </message>
        <message>
            <source>Backup</source>
            <translation>Sauvegarde</translation>
        </message>
        <message>
            <source>Standing orders</source>
            <translation>Ordres permanents</translation>
        </message>
        <message>
            <source>Calendar</source>
            <translation>Calendrier</translation>
        </message>
    </context>
    <context>
        <name>Tab</name>
        <message>
            <source>Your roles do not allow this</source>
            <translation>Vos rôles ne le permettent pas</translation>
        </message>
        <message>
            <source>Ask who administers the accounts.</source>
            <translation>Demandez à qui administre les comptes.</translation>
        </message>
        <message>
            <source>This is needed.</source>
            <translation>Ce champ est nécessaire.</translation>
        </message>
    </context>
</TS>
