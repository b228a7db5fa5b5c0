<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
    <context>
        <name>PrintPage</name>
        <message>
            <source>Printer</source>
            <translation>Imprimante</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>Imprimer</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>Enregistrer en PDF</translation>
        </message>
        <message>
            <source>This computer knows no printer.</source>
            <translation>Cet ordinateur ne connaît aucune imprimante.</translation>
        </message>
        <message>
            <source>Save the paper as a PDF, or connect a printer and open this page again.</source>
            <translation>Enregistrez le papier en PDF, ou branchez une imprimante et rouvrez cette page.</translation>
        </message>
        <message>
            <source>The paper as it will be printed</source>
            <translation>Le papier tel qu'il sera imprimé</translation>
        </message>
        <message>
            <source>It could not be written there; choose another folder.</source>
            <translation>Impossible d'écrire là ; choisissez un autre dossier.</translation>
        </message>
        <message>
            <source>Saved as %1</source>
            <translation>Enregistré : %1</translation>
        </message>
        <message>
            <source>Sent to %1</source>
            <translation>Envoyé à %1</translation>
        </message>
        <message>
            <source>The printer did not take it: is it switched on?</source>
            <translation>L'imprimante ne l'a pas pris : est-elle allumée ?</translation>
        </message>
    </context>
</TS>
