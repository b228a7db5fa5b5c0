<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
    <context>
        <name>Commands</name>
        <message>
            <source>A lot came in</source>
            <translation>Un lot est arrivé</translation>
        </message>
        <message>
            <source>Add the lot</source>
            <translation>Ajouter le lot</translation>
        </message>
    </context>
    <context>
        <name>StockPage</name>
        <message>
            <source>Lots of vaccine</source>
            <translation>Lots de vaccin</translation>
        </message>
        <message>
            <source>No usable lot of vaccine</source>
            <translation>Aucun lot de vaccin utilisable</translation>
        </message>
        <message>
            <source>Lots of test kits</source>
            <translation>Lots de tests rapides</translation>
        </message>
        <message>
            <source>No usable test kit</source>
            <translation>Aucun test rapide utilisable</translation>
        </message>
        <message>
            <source>Vaccines</source>
            <translation>Vaccins</translation>
        </message>
        <message>
            <source>Test kits</source>
            <translation>Tests rapides</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Quoi</translation>
        </message>
        <message>
            <source>Lot</source>
            <translation>Lot</translation>
        </message>
        <message>
            <source>May be used until</source>
            <translation>Utilisable jusqu'au</translation>
        </message>
        <message>
            <source>Given by</source>
            <translation>Donné par</translation>
        </message>
        <message>
            <source>Lots that have expired are not shown. Add what came in.</source>
            <translation>Les lots expirés ne sont pas montrés. Ajoutez ce qui est arrivé.</translation>
        </message>
        <message>
            <source>What came in</source>
            <translation>Ce qui est arrivé</translation>
        </message>
        <message>
            <source>Vaccine</source>
            <translation>Vaccin</translation>
        </message>
        <message>
            <source>Test kit</source>
            <translation>Test rapide</translation>
        </message>
        <message>
            <source>Which one</source>
            <translation>Lequel</translation>
        </message>
        <message>
            <source>Lot, as printed on the box</source>
            <translation>Lot, comme sur la boîte</translation>
        </message>
        <message>
            <source>Expires</source>
            <translation>Péremption</translation>
        </message>
        <message>
            <source>05/2028 is the last day of that month.</source>
            <translation>05/2028 est le dernier jour de ce mois.</translation>
        </message>
        <message>
            <source>if it was a gift</source>
            <translation>si c'est un don</translation>
        </message>
        <message>
            <source>A lot came in</source>
            <translation>Un lot est arrivé</translation>
        </message>
        <message>
            <source>Choose which one.</source>
            <translation>Choisissez lequel.</translation>
        </message>
        <message>
            <source>This is needed.</source>
            <translation>Ce champ est nécessaire.</translation>
        </message>
        <message>
            <source>Lot added</source>
            <translation>Lot ajouté</translation>
        </message>
        <message>
            <source>Stock</source>
            <translation>Stock</translation>
        </message>
    </context>
</TS>
