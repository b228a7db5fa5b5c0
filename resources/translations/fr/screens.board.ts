<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
    <context>
        <name>ArrivalCard</name>
        <message>
            <source>Who arrives?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A name, alias, code … Enter lets them in; nothing typed: someone known by a code only.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who that may be</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New person: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New person, without a name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 years old</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no visit yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>last visit %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Arrived</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Board</name>
        <message>
            <source>to confirm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>doctor's opinion</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>result to hand over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>test to repeat</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>vaccine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>blood test</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>laboratory to call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>dressing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>pill box</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>general</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>screening</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>vaccination</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>addiction</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>wound care</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>violence</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>BoardPage</name>
        <message>
            <source>Permanence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No session is open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open the session of today to let people arrive, or a past day to enter it from paper.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open a session</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waiting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In consultation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Seen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source> · entered from paper</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lots of the day: %1 · kits: %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Noted as gone unseen</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ClosingPage</name>
        <message>
            <source>Close the session</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reason for closing all the same</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is missing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 has an open draft; it stays.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Seen: %1 · left unseen: %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Used from stock</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was used.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 × %2, lot %3</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The session is closed</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Commands</name>
        <message>
            <source>New arrival</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open the file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next person not yet seen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take the person in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>End the visit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Left without being seen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reopen an ended visit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open a session</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close the session</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open the session</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change the lots of the day</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>EndingPage</name>
        <message>
            <source>End the visit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was done yet that gives a type.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your note is not entered yet: it becomes an entry when the visit ends.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Follows from what was done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Was it also</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Visit ended</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Equipment</name>
        <message>
            <source>Vaccines of the day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No usable lot of vaccine: add one under Stock.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Test kits of the day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No usable test kit: add one under Stock.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1, lot %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>until %1</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>EquippingPage</name>
        <message>
            <source>Lots of the day</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>OpeningPage</name>
        <message>
            <source>Open a session</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Place</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who is there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The calendar plans no session in the coming months.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Planned today: %1, %2–%3</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is planned today. Next: %1, %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a place.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Type a day, today or past.</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
