<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
    <context>
        <name>PeopleToReach</name>
        <message numerus="yes">
            <source>%n dose(s)</source>
            <translation>
                <numerusform>%n dose</numerusform>
                <numerusform>%n doses</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RemindersPage</name>
        <message numerus="yes">
            <source>%n request(s) signed</source>
            <translation>
                <numerusform>%n request signed</numerusform>
                <numerusform>%n requests signed</numerusform>
            </translation>
        </message>
    </context>
</TS>
