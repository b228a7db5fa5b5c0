<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
    <context>
        <name>Commands</name>
        <message>
            <source>New person</source>
            <translation>Nouvelle personne</translation>
        </message>
        <message>
            <source>Register the person</source>
            <translation>Enregistrer la personne</translation>
        </message>
    </context>
    <context>
        <name>NewPersonPage</name>
        <message>
            <source>New person</source>
            <translation>Nouvelle personne</translation>
        </message>
        <message>
            <source>Alias</source>
            <translation>Alias</translation>
        </message>
        <message>
            <source>May stay empty: the person is then known by a code.</source>
            <translation>Peut rester vide : la personne est alors connue par un code.</translation>
        </message>
        <message>
            <source>Known already? Enter opens the file</source>
            <translation>Déjà connue ? Entrée ouvre le dossier</translation>
        </message>
        <message>
            <source>People of that name</source>
            <translation>Personnes de ce nom</translation>
        </message>
        <message>
            <source>Born</source>
            <translation>Naissance</translation>
        </message>
        <message>
            <source>A day, a month or only a year.</source>
            <translation>Un jour, un mois ou seulement une année.</translation>
        </message>
        <message>
            <source>Languages</source>
            <translation>Langues</translation>
        </message>
        <message>
            <source>Gender</source>
            <translation>Genre</translation>
        </message>
        <message>
            <source>Works where</source>
            <translation>Milieu</translation>
        </message>
        <message>
            <source>Comes as</source>
            <translation>Vient comme</translation>
        </message>
        <message>
            <source>Discretion</source>
            <translation>Discrétion</translation>
        </message>
        <message>
            <source>May we call, when, what name to ask for, no letter …</source>
            <translation>Peut-on appeler, quand, quel nom demander, pas de courrier …</translation>
        </message>
        <message>
            <source>Not a date that can be.</source>
            <translation>Pas une date possible.</translation>
        </message>
        <message>
            <source>Choose one of the list, or nothing.</source>
            <translation>Choisissez dans la liste, ou rien.</translation>
        </message>
        <message>
            <source>Registered</source>
            <translation>Enregistrée</translation>
        </message>
    </context>
    <context>
        <name>PatientsPage</name>
        <message>
            <source>Patients</source>
            <translation>Patients</translation>
        </message>
        <message>
            <source>Search for a person</source>
            <translation>Chercher une personne</translation>
        </message>
        <message>
            <source>Any piece of a name, alias, code, telephone or date of birth, in any order, without accents.</source>
            <translation>N'importe quel morceau d'un nom, alias, code, téléphone ou date de naissance, dans n'importe quel ordre, sans accents.</translation>
        </message>
        <message>
            <source>Who that may be</source>
            <translation>Qui cela peut être</translation>
        </message>
        <message>
            <source>Nobody is shown until something is typed</source>
            <translation>La liste reste vide tant que rien n'est tapé</translation>
        </message>
        <message>
            <source>Lists of everyone are under Reminders and Summary.</source>
            <translation>Les listes de tout le monde sont sous Rappels et Bilan.</translation>
        </message>
        <message>
            <source>Nobody found</source>
            <translation>Aucune personne trouvée</translation>
        </message>
        <message>
            <source>Try another piece, or register a new person.</source>
            <translation>Essayez un autre morceau, ou enregistrez une nouvelle personne.</translation>
        </message>
        <message>
            <source>Your roles do not allow this</source>
            <translation>Vos rôles ne le permettent pas</translation>
        </message>
        <message>
            <source>Names are seen by those who receive or care for people.</source>
            <translation>Les noms sont vus par ceux qui accueillent ou soignent.</translation>
        </message>
        <message>
            <source>Files are opened by those who care for people</source>
            <translation>Les dossiers sont ouverts par ceux qui soignent</translation>
        </message>
    </context>
    <context>
        <name>People</name>
        <message>
            <source>woman</source>
            <translation>femme</translation>
        </message>
        <message>
            <source>man</source>
            <translation>homme</translation>
        </message>
        <message>
            <source>trans woman</source>
            <translation>femme trans</translation>
        </message>
        <message>
            <source>trans man</source>
            <translation>homme trans</translation>
        </message>
        <message>
            <source>transgender</source>
            <translation>transgenre</translation>
        </message>
        <message>
            <source>street</source>
            <translation>rue</translation>
        </message>
        <message>
            <source>window</source>
            <translation>vitrine</translation>
        </message>
        <message>
            <source>bar</source>
            <translation>bar</translation>
        </message>
        <message>
            <source>café</source>
            <translation>café</translation>
        </message>
        <message>
            <source>private</source>
            <translation>privé</translation>
        </message>
        <message>
            <source>internet</source>
            <translation>internet</translation>
        </message>
        <message>
            <source>works</source>
            <translation>travaille</translation>
        </message>
        <message>
            <source>partner</source>
            <translation>partenaire</translation>
        </message>
        <message>
            <source>child</source>
            <translation>enfant</translation>
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
            <source>no visit yet</source>
            <translation>pas encore de visite</translation>
        </message>
    </context>
</TS>
