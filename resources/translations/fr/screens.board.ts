<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
    <context>
        <name>ArrivalCard</name>
        <message>
            <source>Who arrives?</source>
            <translation>Qui arrive ?</translation>
        </message>
        <message>
            <source>A name, alias, code … Enter lets them in; nothing typed: someone known by a code only.</source>
            <translation>Un nom, un alias, un code… Entrée fait entrer ; sans rien écrire : une personne connue par son seul code.</translation>
        </message>
        <message>
            <source>Who that may be</source>
            <translation>Qui cela peut être</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>New person: %1</source>
            <translation>Nouvelle personne : %1</translation>
        </message>
        <message>
            <source>New person, without a name</source>
            <translation>Nouvelle personne, sans nom</translation>
        </message>
        <message>
            <source>%1 years old</source>
            <translation>%1 ans</translation>
        </message>
        <message>
            <source>no visit yet</source>
            <translation>encore aucune visite</translation>
        </message>
        <message>
            <source>last visit %1</source>
            <translation>dernière visite le %1</translation>
        </message>
        <message>
            <source>Arrived</source>
            <translation>Arrivée notée</translation>
        </message>
    </context>
    <context>
        <name>Board</name>
        <message>
            <source>to confirm</source>
            <translation>à confirmer</translation>
        </message>
        <message>
            <source>doctor's opinion</source>
            <translation>avis du médecin</translation>
        </message>
        <message>
            <source>result to hand over</source>
            <translation>résultat à remettre</translation>
        </message>
        <message>
            <source>test to repeat</source>
            <translation>test à refaire</translation>
        </message>
        <message>
            <source>vaccine</source>
            <translation>vaccin</translation>
        </message>
        <message>
            <source>blood test</source>
            <translation>prise de sang</translation>
        </message>
        <message>
            <source>laboratory to call</source>
            <translation>labo à rappeler</translation>
        </message>
        <message>
            <source>dressing</source>
            <translation>pansement</translation>
        </message>
        <message>
            <source>pill box</source>
            <translation>pilulier</translation>
        </message>
        <message>
            <source>general</source>
            <translation>généraliste</translation>
        </message>
        <message>
            <source>screening</source>
            <translation>dépistage</translation>
        </message>
        <message>
            <source>vaccination</source>
            <translation>vaccination</translation>
        </message>
        <message>
            <source>addiction</source>
            <translation>assuétudes</translation>
        </message>
        <message>
            <source>wound care</source>
            <translation>soins de plaie</translation>
        </message>
        <message>
            <source>violence</source>
            <translation>violence</translation>
        </message>
        <message>
            <source>%1 years old</source>
            <translation>%1 ans</translation>
        </message>
        <message>
            <source>about %1 years old</source>
            <translation>environ %1 ans</translation>
        </message>
        <message>
            <source>left unseen</source>
            <translation>partie sans être vue</translation>
        </message>
        <message>
            <source>with doctor and nurse</source>
            <translation>avec médecin et inf.</translation>
        </message>
        <message>
            <source>with the doctor</source>
            <translation>avec médecin</translation>
        </message>
        <message>
            <source>with the nurse</source>
            <translation>avec inf.</translation>
        </message>
        <message>
            <source>nothing waiting</source>
            <translation>rien en attente</translation>
        </message>
    </context>
    <context>
        <name>BoardPage</name>
        <message>
            <source>Permanence</source>
            <translation>Permanence</translation>
        </message>
        <message>
            <source>No session is open</source>
            <translation>Aucune séance n'est ouverte</translation>
        </message>
        <message>
            <source>Open the session of today to let people arrive, or a past day to enter it from paper.</source>
            <translation>Ouvrez la séance du jour pour faire entrer, ou un jour passé pour l'encoder depuis le papier.</translation>
        </message>
        <message>
            <source>Open a session</source>
            <translation>Ouvrir une séance</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>Attendent</translation>
        </message>
        <message>
            <source>In consultation</source>
            <translation>En consultation</translation>
        </message>
        <message>
            <source>Seen</source>
            <translation>Vus</translation>
        </message>
        <message>
            <source> · entered from paper</source>
            <translation> · encodée depuis le papier</translation>
        </message>
        <message>
            <source>Lots of the day: %1 · kits: %2</source>
            <translation>Lots du jour : %1 · kits : %2</translation>
        </message>
        <message>
            <source>Noted as gone unseen</source>
            <translation>Départ sans être vue noté</translation>
        </message>
    </context>
    <context>
        <name>ClosingPage</name>
        <message>
            <source>Close the session</source>
            <translation>Clôturer la séance</translation>
        </message>
        <message>
            <source>Reason for closing all the same</source>
            <translation>Raison de clôturer quand même</translation>
        </message>
        <message>
            <source>Nothing is missing.</source>
            <translation>Rien ne manque.</translation>
        </message>
        <message>
            <source>%1 has an open draft; it stays.</source>
            <translation>%1 a un brouillon ouvert ; il reste.</translation>
        </message>
        <message>
            <source>Seen: %1 · left unseen: %2</source>
            <translation>Vus : %1 · partis sans être vus : %2</translation>
        </message>
        <message>
            <source>Used from stock</source>
            <translation>Pris du stock</translation>
        </message>
        <message>
            <source>Nothing was used.</source>
            <translation>Rien n'a été utilisé.</translation>
        </message>
        <message>
            <source>%1 × %2, lot %3</source>
            <translation>%1 × %2, lot %3</translation>
        </message>
        <message>
            <source>The session is closed</source>
            <translation>La séance est clôturée</translation>
        </message>
    </context>
    <context>
        <name>Commands</name>
        <message>
            <source>New arrival</source>
            <translation>Arrivée</translation>
        </message>
        <message>
            <source>Open the file</source>
            <translation>Ouvrir le dossier</translation>
        </message>
        <message>
            <source>Next person not yet seen</source>
            <translation>Prochaine personne pas encore vue</translation>
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
            <source>Left without being seen</source>
            <translation>Partie sans être vue</translation>
        </message>
        <message>
            <source>Reopen an ended visit</source>
            <translation>Rouvrir une visite terminée</translation>
        </message>
        <message>
            <source>Open a session</source>
            <translation>Ouvrir une séance</translation>
        </message>
        <message>
            <source>Close the session</source>
            <translation>Clôturer</translation>
        </message>
        <message>
            <source>Do what the page is for</source>
            <translation>Faire ce que propose la page</translation>
        </message>
    </context>
    <context>
        <name>EndingPage</name>
        <message>
            <source>End the visit</source>
            <translation>Terminer la visite</translation>
        </message>
        <message>
            <source>Nothing was done yet that gives a type.</source>
            <translation>Rien n'a encore été fait qui donne un type.</translation>
        </message>
        <message>
            <source>Your note is not entered yet: it becomes an entry when the visit ends.</source>
            <translation>Votre note n'est pas encore inscrite : elle le sera à la fin de la visite.</translation>
        </message>
        <message>
            <source>Follows from what was done</source>
            <translation>Découle de ce qui a été fait</translation>
        </message>
        <message>
            <source>Was it also</source>
            <translation>Était-ce aussi</translation>
        </message>
        <message>
            <source>Visit ended</source>
            <translation>Visite terminée</translation>
        </message>
    </context>
    <context>
        <name>Equipment</name>
        <message>
            <source>Vaccines of the day</source>
            <translation>Vaccins du jour</translation>
        </message>
        <message>
            <source>No usable lot of vaccine: add one under Stock.</source>
            <translation>Aucun lot de vaccin utilisable : ajoutez-en un dans Stock.</translation>
        </message>
        <message>
            <source>Test kits of the day</source>
            <translation>Kits de test du jour</translation>
        </message>
        <message>
            <source>No usable test kit: add one under Stock.</source>
            <translation>Aucun kit utilisable : ajoutez-en un dans Stock.</translation>
        </message>
        <message>
            <source>%1, lot %2</source>
            <translation>%1, lot %2</translation>
        </message>
        <message>
            <source>until %1</source>
            <translation>jusqu'au %1</translation>
        </message>
    </context>
    <context>
        <name>EquippingPage</name>
        <message>
            <source>Use these</source>
            <translation>Utiliser ceux-ci</translation>
        </message>
        <message>
            <source>Lots of the day</source>
            <translation>Lots du jour</translation>
        </message>
    </context>
    <context>
        <name>OpeningPage</name>
        <message>
            <source>Open the session</source>
            <translation>Ouvrir la séance</translation>
        </message>
        <message>
            <source>Open a session</source>
            <translation>Ouvrir une séance</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Lieu</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Jour</translation>
        </message>
        <message>
            <source>Who is there</source>
            <translation>Qui est là</translation>
        </message>
        <message>
            <source>The calendar plans no session in the coming months.</source>
            <translation>Le calendrier ne prévoit aucune séance dans les prochains mois.</translation>
        </message>
        <message>
            <source>Planned today: %1, %2–%3</source>
            <translation>Prévu aujourd'hui : %1, %2–%3</translation>
        </message>
        <message>
            <source>Nothing is planned today. Next: %1, %2</source>
            <translation>Rien n'est prévu aujourd'hui. Prochaine : %1, %2</translation>
        </message>
        <message>
            <source>Choose a place.</source>
            <translation>Choisissez un lieu.</translation>
        </message>
        <message>
            <source>Type a day, today or past.</source>
            <translation>Écrivez un jour, aujourd'hui ou passé.</translation>
        </message>
    </context>
</TS>
