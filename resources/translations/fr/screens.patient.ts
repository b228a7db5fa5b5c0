<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
    <context>
        <name>AnswerCard</name>
        <message>
            <source>Later, or otherwise</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What happens to it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Until</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>+7: in a week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Answer recorded</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>BookletForm</name>
        <message>
            <source>Enter a booklet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Record, next row</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>17/05/2019, 05/2019 or 2019</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Vaccine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lot</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only said, nothing written</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When? A year is enough.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which vaccine?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Recorded: %1</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CancelForm</name>
        <message>
            <source>Call off request %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Call off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Request called off</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CardForm</name>
        <message>
            <source>Print the vaccination card</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the card</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Language</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A4, to cut out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A6, both sides</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Paper</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With the name that is shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>only if the person wants it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Vaccination card</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Commands</name>
        <message>
            <source>Main button of a matter of today: 1 to 9</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Vaccinate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Order laboratory tests</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Record a rapid test</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter a result</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter a vaccination booklet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write in the journal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take the person in</source>
            <translation>Prendre en charge</translation>
        </message>
        <message>
            <source>End the visit</source>
            <translation>Terminer la visite</translation>
        </message>
        <message>
            <source>Print: the card, or the request</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tabs of the file: Alt+1 to Alt+6</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Record the open form</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave the form or the field</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CourseForm</name>
        <message>
            <source>Open a second course</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open the course</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Second course opened</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>DeviceFields</name>
        <message>
            <source>control line only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>control, faint line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>control, clear line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no control line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1: the test line</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>DocumentsTab</name>
        <message>
            <source>Printed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>By</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Papers printed for this person</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was printed yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cards and laboratory requests that were printed will stand here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Print the vaccination card</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter prints a paper again, as things stand today.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Laboratory request %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Vaccination card</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>DoseEditor</name>
        <message>
            <source>Correct the dose: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Correct</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Site</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only said, nothing written</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not up to standard (expired, wrong site or volume)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>whether it counts is the doctor's word</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take back: never given</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When? A year is enough.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dose corrected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dose taken back</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>DoseForm</name>
        <message>
            <source>Give a dose</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Record the dose</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lot</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Site</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give it all the same, because</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>only a doctor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No lot that may be used: add it where the session is opened.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose the lot.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On which day?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dose recorded</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>EntryBlock</name>
        <message>
            <source>Correct</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Former texts</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>EntryEditor</name>
        <message>
            <source>Take the entry back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Correct the entry</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say why; it stays beside the former text.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Entry taken back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Entry corrected</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FormCard</name>
        <message>
            <source>Leave</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Agreed word: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Recognised by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why by no sign</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose by what sign the person was recognised.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FormerTexts</name>
        <message>
            <source>Former texts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>until %1, changed by %2: %3</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Head</name>
        <message>
            <source>Discretion: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Allergy: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>deceased</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 years old</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>about %1 years old</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>JournalTab</name>
        <message>
            <source>Note of today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write here; it is saved as you type</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter the note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing in the journal yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Visits, notes, doses, tests and requests will stand here, newest first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Note entered</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>draft saved at %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The draft was changed in another window: copy this text before leaving.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Matters</name>
        <message>
            <source>Record the referral</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Order</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Record the opinion</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Order confirmation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Repeat the test</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>See the request</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>late since %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>due since %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>possible since %1, advised from %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>from %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>put off to %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Order serology</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Vaccinate, dose %1</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>NameBackForm</name>
        <message>
            <source>Take the name back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say why.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name taken back</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>NameForm</name>
        <message>
            <source>Add a name or telephone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name or number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kind</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Added</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>OrderForm</name>
        <message>
            <source>Order tests</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Order</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Panel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Single tests</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>type: syp, hiv, chlam …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Order and print the slip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who pays</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For the laboratory</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Samples taken now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Urgent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With the civil name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave out %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ordered; the doctor will sign</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ordered</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Papers</name>
        <message>
            <source>Laboratory request</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Patient</name>
        <message>
            <source>woman</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>man</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>trans woman</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>trans man</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>transgender</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>gender not said</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>street</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>window</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>bar</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>café</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>private</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>internet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>setting not said</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>sex worker</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>partner</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>child</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>alias</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>civil name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>former name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>telephone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>left arm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>right arm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>left thigh</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>right thigh</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>elsewhere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>card</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>year of birth</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>agreed word</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>none</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Vaccination proposed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Vaccination declined</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Contraindication</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Says: never vaccinated</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>HBsAg confirmed gone</source>
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
        <message>
            <source>waiting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>in consultation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>seen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>left unseen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>French</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dutch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>English</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>German</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Spanish</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Portuguese</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Italian</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Romanian</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bulgarian</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Albanian</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hungarian</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Polish</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ukrainian</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Russian</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Turkish</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Arabic</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thai</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chinese</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PatientPage</name>
        <message>
            <source>A patient's file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Patient</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Journal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Vaccines</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Screening</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Requests</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Papers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Person</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PersonTab</name>
        <message>
            <source>Add a name or telephone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Names and telephone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Store</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is known</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Born</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a year is enough</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>or age in years</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Gender</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Languages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>French, Romanian</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nationality</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where the person works</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Discretion</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>calls, hours, what name to say, letters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Allergies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Agreed word</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>told back before a result is said</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No name: the person is known by the code.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show this one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not a day, month or year.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stored</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RapidEditor</name>
        <message>
            <source>Correct the test: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Correct</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Started at</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read at</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is seen on the device?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An hour such as 14:30.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Test corrected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Test taken back</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RapidForm</name>
        <message>
            <source>Rapid test</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Record the test</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kit of the day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No kit that may be used: add it where the session is opened.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use it all the same, because</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>only a doctor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which kit?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is seen on the device?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Started at</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read at</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hours not noted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>entered later</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the insert of this lot says how long to wait</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>proposed; read between %1 and %2 min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An hour such as 14:30.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On which day?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tests recorded</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RequestCard</name>
        <message>
            <source>to be signed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>urgent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 of %2 received</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Called off: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Print the slip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Samples taken</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put in its bag</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Call off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In its bag</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RequestsTab</name>
        <message>
            <source>Nothing was asked of a laboratory yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Order a panel or single tests: tubes and slip follow by themselves.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ResultEditor</name>
        <message>
            <source>Correct the result: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Correct</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Known on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not a day.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Result corrected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Result taken back</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ResultForm</name>
        <message>
            <source>Enter results</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Record, next test</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Test</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sampled on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>empty: that of the request</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Known on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which test?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not a day.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>empty: request %1, sampled on %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no request waits for it: when was it sampled?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Recorded: %1</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ScreeningTab</name>
        <message>
            <source>No test yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rapid tests and results of the laboratory will stand here, tests down, days across.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Test</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Results will stand here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tests down, days across</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>first read as %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>request %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>known on %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Correct or take back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Correct or take back: %1</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>StatementForm</name>
        <message>
            <source>Record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Said on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Holds until</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>empty: no end known</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not a day.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TakeBackForm</name>
        <message>
            <source>Take back: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Taken back</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TodayCard</name>
        <message>
            <source>To do today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing waits for this person today.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>VaccineLadder</name>
        <message>
            <source>dose %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>too early</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>one more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not up to standard</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not verifiable</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not used, repeat from %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>said, without proof</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>in spite of: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 d after %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it takes %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>may be given now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>since %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>advised from %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>late since %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>late from %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>if the dose before is given then</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>possible %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>proposed %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>possible from %1</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>VaccinesTab</name>
        <message>
            <source>Course of hepatitis B vaccination</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No dose is recorded yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How it is counted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Second course</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Print the card</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No hepatitis B serology is recorded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 until %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take back: %1</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ValueFields</name>
        <message>
            <source>Result</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Type it again to confirm</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>VisitBlock</name>
        <message>
            <source>Follow-up: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was written or done in it.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>_WhyCard</name>
        <message>
            <source>Why it is there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>due on %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>possible from %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>late from %1</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
