<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
    <context>
        <name>Chip</name>
        <message>
            <source>alarm: %s</source>
            <translation>alarme : %s</translation>
        </message>
        <message>
            <source>due: %s</source>
            <translation>à faire : %s</translation>
        </message>
        <message>
            <source>next time: %s</source>
            <translation>prochaine fois : %s</translation>
        </message>
        <message>
            <source>done: %s</source>
            <translation>fait : %s</translation>
        </message>
    </context>
    <context>
        <name>Ladder</name>
        <message>
            <source>given</source>
            <translation>administrée</translation>
        </message>
        <message>
            <source>given, does not count</source>
            <translation>administrée, ne compte pas</translation>
        </message>
        <message>
            <source>may be given now</source>
            <translation>peut être administrée maintenant</translation>
        </message>
        <message>
            <source>later</source>
            <translation>plus tard</translation>
        </message>
    </context>
    <context>
        <name>MatterRow</name>
        <message>
            <source>why?</source>
            <translation>pourquoi ?</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Plus</translation>
        </message>
        <message>
            <source>Why: %s</source>
            <translation>Pourquoi : %s</translation>
        </message>
        <message>
            <source>More about: %s</source>
            <translation>Plus sur : %s</translation>
        </message>
    </context>
    <context>
        <name>PageHeader</name>
        <message>
            <source>Back</source>
            <translation>Retour</translation>
        </message>
    </context>
    <context>
        <name>Toasts</name>
        <message>
            <source>Undo</source>
            <translation>Annuler</translation>
        </message>
    </context>
    <context>
        <name>YesNo</name>
        <message>
            <source>No</source>
            <translation>Non</translation>
        </message>
    </context>
</TS>
