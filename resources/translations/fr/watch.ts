<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
    <context>
        <name>Watch</name>
        <message>
            <source>never</source>
            <translation>jamais</translation>
        </message>
    </context>
</TS>
