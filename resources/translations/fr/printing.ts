<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
    <context>
        <name>PrintPage</name>
        <message>
            <source>Printer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Print</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save as PDF</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This computer knows no printer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save the paper as a PDF, or connect a printer and open this page again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The paper as it will be printed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It could not be written there; choose another folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved as %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sent to %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The printer did not take it: is it switched on?</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
