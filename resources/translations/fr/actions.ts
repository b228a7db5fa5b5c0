<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
    <context>
        <name>Commands</name>
        <message>
            <source>Search for a person</source>
            <translation>Chercher une personne</translation>
        </message>
        <message>
            <source>Back to the page before</source>
            <translation>Revenir à la page précédente</translation>
        </message>
        <message>
            <source>This page of keys</source>
            <translation>Cette page des touches</translation>
        </message>
        <message>
            <source>Hide or show all names</source>
            <translation>Masquer ou montrer tous les noms</translation>
        </message>
        <message>
            <source>Lock the screen</source>
            <translation>Verrouiller l'écran</translation>
        </message>
        <message>
            <source>Undo what was just done</source>
            <translation>Annuler ce qui vient d'être fait</translation>
        </message>
        <message>
            <source>Permanence</source>
            <translation>Permanence</translation>
        </message>
        <message>
            <source>Patients</source>
            <translation>Patients</translation>
        </message>
        <message>
            <source>Reminders</source>
            <translation>Rappels</translation>
        </message>
        <message>
            <source>Summary</source>
            <translation>Bilan</translation>
        </message>
        <message>
            <source>Stock</source>
            <translation>Stock</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Réglages</translation>
        </message>
        <message>
            <source>Open the row</source>
            <translation>Ouvrir la ligne</translation>
        </message>
        <message>
            <source>Copy the rows</source>
            <translation>Copier les lignes</translation>
        </message>
        <message>
            <source>Enter the notes</source>
            <translation>Enregistrer la note</translation>
        </message>
    </context>
    <context>
        <name>Scope</name>
        <message>
            <source>Everywhere</source>
            <translation>Partout</translation>
        </message>
        <message>
            <source>Permanence</source>
            <translation>Permanence</translation>
        </message>
        <message>
            <source>Patients</source>
            <translation>Patients</translation>
        </message>
        <message>
            <source>A patient's file</source>
            <translation>Un dossier</translation>
        </message>
        <message>
            <source>Reminders</source>
            <translation>Rappels</translation>
        </message>
        <message>
            <source>Laboratory</source>
            <translation>Laboratoire</translation>
        </message>
        <message>
            <source>Care</source>
            <translation>Soins</translation>
        </message>
        <message>
            <source>Summary</source>
            <translation>Bilan</translation>
        </message>
        <message>
            <source>Stock</source>
            <translation>Stock</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Réglages</translation>
        </message>
        <message>
            <source>In a form</source>
            <translation>Dans un formulaire</translation>
        </message>
        <message>
            <source>In a list</source>
            <translation>Dans une liste</translation>
        </message>
    </context>
</TS>
