<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
    <context>
        <name>Commands</name>
        <message>
            <source>Count again</source>
            <translation>Recompter</translation>
        </message>
        <message>
            <source>Export as PDF</source>
            <translation>PDF</translation>
        </message>
        <message>
            <source>Export as Excel</source>
            <translation>Excel</translation>
        </message>
        <message>
            <source>Export as CSV</source>
            <translation>CSV</translation>
        </message>
        <message>
            <source>Export as JSON</source>
            <translation>JSON</translation>
        </message>
    </context>
    <context>
        <name>SummaryPage</name>
        <message>
            <source>Summary</source>
            <translation>Bilan</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>Année</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Lieu</translation>
        </message>
        <message>
            <source>All places</source>
            <translation>Tous les lieux</translation>
        </message>
        <message>
            <source>For publication</source>
            <translation>Pour publication</translation>
        </message>
        <message>
            <source>Hides numbers from 1 to 4 and what would give them away.</source>
            <translation>Cache les nombres de 1 à 4 et ce qui les trahirait.</translation>
        </message>
        <message>
            <source>Counting</source>
            <translation>Comptage</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Arrêter</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Dossier</translation>
        </message>
        <message>
            <source>Exported files go there, and it is noted.</source>
            <translation>Les fichiers y sont écrits ; c'est noté dans le registre.</translation>
        </message>
        <message>
            <source>Export to</source>
            <translation>Exporter vers</translation>
        </message>
        <message>
            <source>Counting …</source>
            <translation>Comptage…</translation>
        </message>
        <message>
            <source>Stopped; the tables are those counted before.</source>
            <translation>Arrêté ; les tableaux sont ceux comptés avant.</translation>
        </message>
        <message>
            <source>Type a folder, and choose a year and a place.</source>
            <translation>Tapez un dossier, choisissez une année et un lieu.</translation>
        </message>
        <message>
            <source>Written: %1</source>
            <translation>Écrit : %1</translation>
        </message>
    </context>
</TS>
