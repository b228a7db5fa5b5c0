<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
    <context>
        <name>_DateLine</name>
        <message>
            <source>Not a date. For example 15/10/2026, 151026, 0 for today, -1 for yesterday.</source>
            <translation>Ce n'est pas une date. Par exemple 15/10/2026, 151026, 0 pour aujourd'hui, -1 pour hier.</translation>
        </message>
        <message>
            <source>After the latest possible day, %s.</source>
            <translation>Après le dernier jour possible, le %s.</translation>
        </message>
        <message>
            <source>Before the earliest possible day, %s.</source>
            <translation>Avant le premier jour possible, le %s.</translation>
        </message>
        <message>
            <source>today</source>
            <translation>aujourd'hui</translation>
        </message>
        <message>
            <source>yesterday</source>
            <translation>hier</translation>
        </message>
        <message>
            <source>tomorrow</source>
            <translation>demain</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) ago</source>
            <translation>
                <numerusform>il y a %n jour</numerusform>
                <numerusform>il y a %n jours</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>in %n day(s)</source>
            <translation>
                <numerusform>dans %n jour</numerusform>
                <numerusform>dans %n jours</numerusform>
            </translation>
        </message>
    </context>
</TS>
