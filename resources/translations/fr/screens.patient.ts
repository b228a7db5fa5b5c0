<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
    <context>
        <name>AnswerCard</name>
        <message>
            <source>Later, or otherwise</source>
            <translation>Plus tard, ou autrement</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>Noter</translation>
        </message>
        <message>
            <source>What happens to it</source>
            <translation>Ce qu'il en est</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>Jusqu'au</translation>
        </message>
        <message>
            <source>+7: in a week</source>
            <translation>+7 : dans une semaine</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Raison</translation>
        </message>
        <message>
            <source>Choose one.</source>
            <translation>Choisissez.</translation>
        </message>
        <message>
            <source>Answer recorded</source>
            <translation>Réponse notée</translation>
        </message>
    </context>
    <context>
        <name>BookletForm</name>
        <message>
            <source>Enter a booklet</source>
            <translation>Saisir un carnet</translation>
        </message>
        <message>
            <source>Record, next row</source>
            <translation>Noter, ligne suivante</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Date</translation>
        </message>
        <message>
            <source>17/05/2019, 05/2019 or 2019</source>
            <translation>17/05/2019, 05/2019 ou 2019</translation>
        </message>
        <message>
            <source>Vaccine</source>
            <translation>Vaccin</translation>
        </message>
        <message>
            <source>Lot</source>
            <translation>Lot</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>Où</translation>
        </message>
        <message>
            <source>Only said, nothing written</source>
            <translation>Seulement dit, rien d'écrit</translation>
        </message>
        <message>
            <source>When? A year is enough.</source>
            <translation>Quand ? Une année suffit.</translation>
        </message>
        <message>
            <source>Which vaccine?</source>
            <translation>Quel vaccin ?</translation>
        </message>
        <message>
            <source>Recorded: %1</source>
            <translation>Noté : %1</translation>
        </message>
    </context>
    <context>
        <name>CancelForm</name>
        <message>
            <source>Call off request %1</source>
            <translation>Annuler la demande %1</translation>
        </message>
        <message>
            <source>Call off</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Raison</translation>
        </message>
        <message>
            <source>Request called off</source>
            <translation>Demande annulée</translation>
        </message>
    </context>
    <context>
        <name>CardForm</name>
        <message>
            <source>Print the vaccination card</source>
            <translation>Imprimer la carte de vaccination</translation>
        </message>
        <message>
            <source>Show the card</source>
            <translation>Montrer la carte</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Langue</translation>
        </message>
        <message>
            <source>A4, to cut out</source>
            <translation>A4, à découper</translation>
        </message>
        <message>
            <source>A6, both sides</source>
            <translation>A6, recto verso</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>Papier</translation>
        </message>
        <message>
            <source>With the name that is shown</source>
            <translation>Avec le nom affiché</translation>
        </message>
        <message>
            <source>only if the person wants it</source>
            <translation>seulement si la personne le veut</translation>
        </message>
        <message>
            <source>Vaccination card</source>
            <translation>Carte de vaccination</translation>
        </message>
    </context>
    <context>
        <name>Commands</name>
        <message>
            <source>Main button of a matter of today: 1 to 9</source>
            <translation>Bouton principal d'une chose à faire : 1 à 9</translation>
        </message>
        <message>
            <source>Vaccinate</source>
            <translation>Vacciner</translation>
        </message>
        <message>
            <source>Order laboratory tests</source>
            <translation>Prescrire des analyses</translation>
        </message>
        <message>
            <source>Record a rapid test</source>
            <translation>Noter un test rapide</translation>
        </message>
        <message>
            <source>Enter a result</source>
            <translation>Saisir un résultat</translation>
        </message>
        <message>
            <source>Enter a vaccination booklet</source>
            <translation>Saisir un carnet</translation>
        </message>
        <message>
            <source>Write in the journal</source>
            <translation>Écrire au journal</translation>
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
            <translation>Imprimer : la carte, ou la demande</translation>
        </message>
        <message>
            <source>Tabs of the file: Alt+1 to Alt+6</source>
            <translation>Onglets du dossier : Alt+1 à Alt+6</translation>
        </message>
        <message>
            <source>Record the open form</source>
            <translation>Enregistrer le formulaire ouvert</translation>
        </message>
        <message>
            <source>Leave the form or the field</source>
            <translation>Quitter le formulaire ou le champ</translation>
        </message>
    </context>
    <context>
        <name>CourseForm</name>
        <message>
            <source>Open a second course</source>
            <translation>Ouvrir une deuxième vaccination</translation>
        </message>
        <message>
            <source>Open the course</source>
            <translation>Ouvrir la vaccination</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Raison</translation>
        </message>
        <message>
            <source>Second course opened</source>
            <translation>Deuxième vaccination ouverte</translation>
        </message>
    </context>
    <context>
        <name>DeviceFields</name>
        <message>
            <source>control line only</source>
            <translation>contrôle seul</translation>
        </message>
        <message>
            <source>control, faint line</source>
            <translation>contrôle, ligne faible</translation>
        </message>
        <message>
            <source>control, clear line</source>
            <translation>contrôle, ligne nette</translation>
        </message>
        <message>
            <source>no control line</source>
            <translation>pas de contrôle</translation>
        </message>
        <message>
            <source>%1: the test line</source>
            <translation>%1 : la ligne de test</translation>
        </message>
    </context>
    <context>
        <name>DocumentsTab</name>
        <message>
            <source>Printed</source>
            <translation>Imprimé</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Quoi</translation>
        </message>
        <message>
            <source>By</source>
            <translation>Par</translation>
        </message>
        <message>
            <source>Papers printed for this person</source>
            <translation>Papiers imprimés pour cette personne</translation>
        </message>
        <message>
            <source>Nothing was printed yet</source>
            <translation>Rien n'a encore été imprimé</translation>
        </message>
        <message>
            <source>Cards and laboratory requests that were printed will stand here.</source>
            <translation>Les cartes et demandes d'analyses imprimées seront ici.</translation>
        </message>
        <message>
            <source>Print the vaccination card</source>
            <translation>Imprimer la carte de vaccination</translation>
        </message>
        <message>
            <source>Enter prints a paper again, as things stand today.</source>
            <translation>Entrée réimprime un papier, avec ce que l'on sait aujourd'hui.</translation>
        </message>
        <message>
            <source>Laboratory request %1</source>
            <translation>Demande d'analyses %1</translation>
        </message>
        <message>
            <source>Vaccination card</source>
            <translation>Carte de vaccination</translation>
        </message>
    </context>
    <context>
        <name>DoseEditor</name>
        <message>
            <source>Correct the dose: %1</source>
            <translation>Corriger la dose : %1</translation>
        </message>
        <message>
            <source>Correct</source>
            <translation>Corriger</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Date</translation>
        </message>
        <message>
            <source>Site</source>
            <translation>Site</translation>
        </message>
        <message>
            <source>Only said, nothing written</source>
            <translation>Seulement dit, rien d'écrit</translation>
        </message>
        <message>
            <source>Not up to standard (expired, wrong site or volume)</source>
            <translation>Non conforme (périmée, mauvais site ou volume)</translation>
        </message>
        <message>
            <source>whether it counts is the doctor's word</source>
            <translation>le médecin dit si elle compte</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Raison</translation>
        </message>
        <message>
            <source>Take back: never given</source>
            <translation>Retirer : jamais donnée</translation>
        </message>
        <message>
            <source>When? A year is enough.</source>
            <translation>Quand ? Une année suffit.</translation>
        </message>
        <message>
            <source>Dose corrected</source>
            <translation>Dose corrigée</translation>
        </message>
        <message>
            <source>Dose taken back</source>
            <translation>Dose retirée</translation>
        </message>
    </context>
    <context>
        <name>DoseForm</name>
        <message>
            <source>Give a dose</source>
            <translation>Vacciner</translation>
        </message>
        <message>
            <source>Record the dose</source>
            <translation>Noter la dose</translation>
        </message>
        <message>
            <source>Lot</source>
            <translation>Lot</translation>
        </message>
        <message>
            <source>Site</source>
            <translation>Site</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Date</translation>
        </message>
        <message>
            <source>Give it all the same, because</source>
            <translation>La donner quand même, parce que</translation>
        </message>
        <message>
            <source>only a doctor</source>
            <translation>seulement un médecin</translation>
        </message>
        <message>
            <source>No lot that may be used: add it where the session is opened.</source>
            <translation>Aucun lot utilisable : ajoutez-le dans le stock, ou à l'ouverture de la séance.</translation>
        </message>
        <message>
            <source>Choose the lot.</source>
            <translation>Choisissez le lot.</translation>
        </message>
        <message>
            <source>On which day?</source>
            <translation>Quel jour ?</translation>
        </message>
        <message>
            <source>Dose recorded</source>
            <translation>Dose notée</translation>
        </message>
    </context>
    <context>
        <name>EntryBlock</name>
        <message>
            <source>Correct</source>
            <translation>Corriger</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>Retirer</translation>
        </message>
        <message>
            <source>Former texts</source>
            <translation>Textes antérieurs</translation>
        </message>
    </context>
    <context>
        <name>EntryEditor</name>
        <message>
            <source>Take the entry back</source>
            <translation>Retirer la note</translation>
        </message>
        <message>
            <source>Correct the entry</source>
            <translation>Corriger la note</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Texte</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Raison</translation>
        </message>
        <message>
            <source>Say why; it stays beside the former text.</source>
            <translation>Dites pourquoi ; cela reste à côté du texte antérieur.</translation>
        </message>
        <message>
            <source>Entry taken back</source>
            <translation>Note retirée</translation>
        </message>
        <message>
            <source>Entry corrected</source>
            <translation>Note corrigée</translation>
        </message>
    </context>
    <context>
        <name>FileTabs</name>
        <message>
            <source>Journal</source>
            <translation>Journal</translation>
        </message>
        <message>
            <source>Vaccines</source>
            <translation>Vaccins</translation>
        </message>
        <message>
            <source>Screening</source>
            <translation>Dépistages</translation>
        </message>
        <message>
            <source>Requests</source>
            <translation>Demandes</translation>
        </message>
        <message>
            <source>Papers</source>
            <translation>Documents</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Personne</translation>
        </message>
    </context>
    <context>
        <name>FormCard</name>
        <message>
            <source>Leave</source>
            <translation>Quitter</translation>
        </message>
        <message>
            <source>Agreed word: %1</source>
            <translation>Mot convenu : %1</translation>
        </message>
        <message>
            <source>Recognised by</source>
            <translation>Reconnue par</translation>
        </message>
        <message>
            <source>Why by no sign</source>
            <translation>Pourquoi par aucun signe</translation>
        </message>
        <message>
            <source>Choose by what sign the person was recognised.</source>
            <translation>Choisissez par quel signe la personne a été reconnue.</translation>
        </message>
    </context>
    <context>
        <name>FormerTexts</name>
        <message>
            <source>Former texts</source>
            <translation>Textes antérieurs</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <source>until %1, changed by %2: %3</source>
            <translation>jusqu'au %1, changé par %2 : %3</translation>
        </message>
    </context>
    <context>
        <name>Head</name>
        <message>
            <source>Discretion: %1</source>
            <translation>Discrétion : %1</translation>
        </message>
        <message>
            <source>Allergy: %1</source>
            <translation>Allergie : %1</translation>
        </message>
        <message>
            <source>deceased</source>
            <translation>décès</translation>
        </message>
        <message>
            <source>%1 years old</source>
            <translation>%1 ans</translation>
        </message>
        <message>
            <source>about %1 years old</source>
            <translation>~%1 ans</translation>
        </message>
    </context>
    <context>
        <name>JournalTab</name>
        <message>
            <source>Note of today</source>
            <translation>Note du jour</translation>
        </message>
        <message>
            <source>Write here; it is saved as you type</source>
            <translation>Écrire ici ; enregistré à mesure</translation>
        </message>
        <message>
            <source>Enter the note</source>
            <translation>Entrer la note</translation>
        </message>
        <message>
            <source>Nothing in the journal yet</source>
            <translation>Le journal est encore vide</translation>
        </message>
        <message>
            <source>Visits, notes, doses, tests and requests will stand here, newest first.</source>
            <translation>Les visites, notes, doses, tests et demandes seront ici, les plus récents d'abord.</translation>
        </message>
        <message>
            <source>Note entered</source>
            <translation>Note entrée</translation>
        </message>
        <message>
            <source>draft saved at %1</source>
            <translation>brouillon enregistré à %1</translation>
        </message>
        <message>
            <source>The draft was changed in another window: copy this text before leaving.</source>
            <translation>Le brouillon a changé dans une autre fenêtre : copiez ce texte avant de quitter.</translation>
        </message>
    </context>
    <context>
        <name>Matters</name>
        <message>
            <source>Record the referral</source>
            <translation>Noter l'orientation</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>Prescrire</translation>
        </message>
        <message>
            <source>Record the opinion</source>
            <translation>Noter l'avis</translation>
        </message>
        <message>
            <source>Order confirmation</source>
            <translation>Prescrire la confirmation</translation>
        </message>
        <message>
            <source>Repeat the test</source>
            <translation>Refaire le test</translation>
        </message>
        <message>
            <source>See the request</source>
            <translation>Voir la demande</translation>
        </message>
        <message>
            <source>late since %1</source>
            <translation>en retard depuis le %1</translation>
        </message>
        <message>
            <source>due since %1</source>
            <translation>à faire depuis le %1</translation>
        </message>
        <message>
            <source>possible since %1, advised from %2</source>
            <translation>possible depuis le %1, conseillé dès le %2</translation>
        </message>
        <message>
            <source>from %1</source>
            <translation>dès le %1</translation>
        </message>
        <message>
            <source>put off to %1</source>
            <translation>reporté au %1</translation>
        </message>
        <message>
            <source>Order serology</source>
            <translation>Prescrire la sérologie</translation>
        </message>
        <message>
            <source>Vaccinate, dose %1</source>
            <translation>Vacciner, dose %1</translation>
        </message>
    </context>
    <context>
        <name>NameBackForm</name>
        <message>
            <source>Take the name back</source>
            <translation>Retirer le nom</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>Retirer</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Raison</translation>
        </message>
        <message>
            <source>Say why.</source>
            <translation>Dites pourquoi.</translation>
        </message>
        <message>
            <source>Name taken back</source>
            <translation>Nom retiré</translation>
        </message>
    </context>
    <context>
        <name>NameForm</name>
        <message>
            <source>Add a name or telephone</source>
            <translation>Ajouter un nom ou un téléphone</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Ajouter</translation>
        </message>
        <message>
            <source>Name or number</source>
            <translation>Nom ou numéro</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Sorte</translation>
        </message>
        <message>
            <source>Added</source>
            <translation>Ajouté</translation>
        </message>
    </context>
    <context>
        <name>OrderForm</name>
        <message>
            <source>Order tests</source>
            <translation>Prescrire des analyses</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>Prescrire</translation>
        </message>
        <message>
            <source>Panel</source>
            <translation>Profil</translation>
        </message>
        <message>
            <source>Single tests</source>
            <translation>Analyses une à une</translation>
        </message>
        <message>
            <source>type: syp, hiv, chlam …</source>
            <translation>tapez : syp, vih, chlam …</translation>
        </message>
        <message>
            <source>Order and print the slip</source>
            <translation>Prescrire et imprimer</translation>
        </message>
        <message>
            <source>Who pays</source>
            <translation>Qui paie</translation>
        </message>
        <message>
            <source>For the laboratory</source>
            <translation>Pour le laboratoire</translation>
        </message>
        <message>
            <source>Samples taken now</source>
            <translation>Prélevé maintenant</translation>
        </message>
        <message>
            <source>Urgent</source>
            <translation>Urgent</translation>
        </message>
        <message>
            <source>With the civil name</source>
            <translation>Avec le nom civil</translation>
        </message>
        <message>
            <source>Leave out %1</source>
            <translation>Enlever %1</translation>
        </message>
        <message>
            <source>Ordered; the doctor will sign</source>
            <translation>Prescrit ; le médecin signera</translation>
        </message>
        <message>
            <source>Ordered</source>
            <translation>Prescrit</translation>
        </message>
    </context>
    <context>
        <name>Papers</name>
        <message>
            <source>Laboratory request</source>
            <translation>Demande d'analyses</translation>
        </message>
    </context>
    <context>
        <name>Patient</name>
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
            <source>gender not said</source>
            <translation>genre non dit</translation>
        </message>
        <message>
            <source>street</source>
            <translation>rue</translation>
        </message>
        <message>
            <source>window</source>
            <translation>vitrine, salon</translation>
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
            <source>setting not said</source>
            <translation>lieu non dit</translation>
        </message>
        <message>
            <source>sex worker</source>
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
            <source>alias</source>
            <translation>alias</translation>
        </message>
        <message>
            <source>civil name</source>
            <translation>nom civil</translation>
        </message>
        <message>
            <source>former name</source>
            <translation>ancien nom</translation>
        </message>
        <message>
            <source>telephone</source>
            <translation>téléphone</translation>
        </message>
        <message>
            <source>left arm</source>
            <translation>bras gauche</translation>
        </message>
        <message>
            <source>right arm</source>
            <translation>bras droit</translation>
        </message>
        <message>
            <source>left thigh</source>
            <translation>cuisse gauche</translation>
        </message>
        <message>
            <source>right thigh</source>
            <translation>cuisse droite</translation>
        </message>
        <message>
            <source>elsewhere</source>
            <translation>ailleurs</translation>
        </message>
        <message>
            <source>card</source>
            <translation>carte</translation>
        </message>
        <message>
            <source>year of birth</source>
            <translation>année de naissance</translation>
        </message>
        <message>
            <source>code</source>
            <translation>code</translation>
        </message>
        <message>
            <source>agreed word</source>
            <translation>mot convenu</translation>
        </message>
        <message>
            <source>none</source>
            <translation>aucun</translation>
        </message>
        <message>
            <source>Vaccination proposed</source>
            <translation>Proposé</translation>
        </message>
        <message>
            <source>Vaccination declined</source>
            <translation>Refus</translation>
        </message>
        <message>
            <source>Contraindication</source>
            <translation>Contre-indication</translation>
        </message>
        <message>
            <source>Says: never vaccinated</source>
            <translation>Jamais vacciné</translation>
        </message>
        <message>
            <source>HBsAg confirmed gone</source>
            <translation>AgHBs disparu, confirmé</translation>
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
            <source>waiting</source>
            <translation>attend</translation>
        </message>
        <message>
            <source>in consultation</source>
            <translation>en consultation</translation>
        </message>
        <message>
            <source>seen</source>
            <translation>vu</translation>
        </message>
        <message>
            <source>left unseen</source>
            <translation>partie sans être vue</translation>
        </message>
        <message>
            <source>free of charge</source>
            <translation>gratuit</translation>
        </message>
        <message>
            <source>health insurance</source>
            <translation>mutuelle</translation>
        </message>
        <message>
            <source>urgent medical aid</source>
            <translation>AMU</translation>
        </message>
        <message>
            <source>the association</source>
            <translation>l'association</translation>
        </message>
        <message>
            <source>no line</source>
            <translation>aucune ligne</translation>
        </message>
        <message>
            <source>faint line</source>
            <translation>ligne faible</translation>
        </message>
        <message>
            <source>clear line</source>
            <translation>ligne nette</translation>
        </message>
        <message>
            <source>French</source>
            <translation>français</translation>
        </message>
        <message>
            <source>Dutch</source>
            <translation>néerlandais</translation>
        </message>
        <message>
            <source>English</source>
            <translation>anglais</translation>
        </message>
        <message>
            <source>German</source>
            <translation>allemand</translation>
        </message>
        <message>
            <source>Spanish</source>
            <translation>espagnol</translation>
        </message>
        <message>
            <source>Portuguese</source>
            <translation>portugais</translation>
        </message>
        <message>
            <source>Italian</source>
            <translation>italien</translation>
        </message>
        <message>
            <source>Romanian</source>
            <translation>roumain</translation>
        </message>
        <message>
            <source>Bulgarian</source>
            <translation>bulgare</translation>
        </message>
        <message>
            <source>Albanian</source>
            <translation>albanais</translation>
        </message>
        <message>
            <source>Hungarian</source>
            <translation>hongrois</translation>
        </message>
        <message>
            <source>Polish</source>
            <translation>polonais</translation>
        </message>
        <message>
            <source>Ukrainian</source>
            <translation>ukrainien</translation>
        </message>
        <message>
            <source>Russian</source>
            <translation>russe</translation>
        </message>
        <message>
            <source>Turkish</source>
            <translation>turc</translation>
        </message>
        <message>
            <source>Arabic</source>
            <translation>arabe</translation>
        </message>
        <message>
            <source>Thai</source>
            <translation>thaï</translation>
        </message>
        <message>
            <source>Chinese</source>
            <translation>chinois</translation>
        </message>
    </context>
    <context>
        <name>PatientPage</name>
        <message>
            <source>A patient's file</source>
            <translation>Dossier d'une personne</translation>
        </message>
        <message>
            <source>Patient</source>
            <translation>Patient</translation>
        </message>
    </context>
    <context>
        <name>PersonTab</name>
        <message>
            <source>Add a name or telephone</source>
            <translation>Ajouter un nom ou un téléphone</translation>
        </message>
        <message>
            <source>Names and telephone</source>
            <translation>Noms et téléphone</translation>
        </message>
        <message>
            <source>Store</source>
            <translation>Enregistrer</translation>
        </message>
        <message>
            <source>What is known</source>
            <translation>Ce que l'on sait</translation>
        </message>
        <message>
            <source>Born</source>
            <translation>Naissance</translation>
        </message>
        <message>
            <source>a year is enough</source>
            <translation>une année suffit</translation>
        </message>
        <message>
            <source>or age in years</source>
            <translation>ou âge</translation>
        </message>
        <message>
            <source>Gender</source>
            <translation>Genre</translation>
        </message>
        <message>
            <source>Languages</source>
            <translation>Langues</translation>
        </message>
        <message>
            <source>French, Romanian</source>
            <translation>français, roumain</translation>
        </message>
        <message>
            <source>Nationality</source>
            <translation>Nationalité</translation>
        </message>
        <message>
            <source>Where the person works</source>
            <translation>Milieu d'exercice</translation>
        </message>
        <message>
            <source>Is</source>
            <translation>Lien</translation>
        </message>
        <message>
            <source>Discretion</source>
            <translation>Discrétion</translation>
        </message>
        <message>
            <source>calls, hours, what name to say, letters</source>
            <translation>appels, heures, nom à dire, courrier</translation>
        </message>
        <message>
            <source>Allergies</source>
            <translation>Allergies</translation>
        </message>
        <message>
            <source>Agreed word</source>
            <translation>Mot convenu</translation>
        </message>
        <message>
            <source>told back before a result is said</source>
            <translation>redit avant qu'un résultat soit donné</translation>
        </message>
        <message>
            <source>No name: the person is known by the code.</source>
            <translation>Sans nom : la personne est connue par son code.</translation>
        </message>
        <message>
            <source>shown</source>
            <translation>affiché</translation>
        </message>
        <message>
            <source>Show this one</source>
            <translation>Afficher celui-ci</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>Retirer</translation>
        </message>
        <message>
            <source>Not a day, month or year.</source>
            <translation>Ni jour, ni mois, ni année.</translation>
        </message>
        <message>
            <source>Stored</source>
            <translation>Enregistré</translation>
        </message>
    </context>
    <context>
        <name>RapidEditor</name>
        <message>
            <source>Correct the test: %1</source>
            <translation>Corriger le test : %1</translation>
        </message>
        <message>
            <source>Correct</source>
            <translation>Corriger</translation>
        </message>
        <message>
            <source>Started at</source>
            <translation>Début</translation>
        </message>
        <message>
            <source>Read at</source>
            <translation>Lecture</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Raison</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>Retirer</translation>
        </message>
        <message>
            <source>What is seen on the device?</source>
            <translation>Que voit-on sur le test ?</translation>
        </message>
        <message>
            <source>An hour such as 14:30.</source>
            <translation>Une heure, par exemple 14:30.</translation>
        </message>
        <message>
            <source>Test corrected</source>
            <translation>Test corrigé</translation>
        </message>
        <message>
            <source>Test taken back</source>
            <translation>Test retiré</translation>
        </message>
    </context>
    <context>
        <name>RapidForm</name>
        <message>
            <source>Rapid test</source>
            <translation>Test rapide</translation>
        </message>
        <message>
            <source>Record the test</source>
            <translation>Noter le test</translation>
        </message>
        <message>
            <source>Kit of the day</source>
            <translation>Kit du jour</translation>
        </message>
        <message>
            <source>No kit that may be used: add it where the session is opened.</source>
            <translation>Aucun kit utilisable : ajoutez-le dans le stock, ou à l'ouverture de la séance.</translation>
        </message>
        <message>
            <source>Use it all the same, because</source>
            <translation>L'utiliser quand même, parce que</translation>
        </message>
        <message>
            <source>only a doctor</source>
            <translation>seulement un médecin</translation>
        </message>
        <message>
            <source>Which kit?</source>
            <translation>Quel kit ?</translation>
        </message>
        <message>
            <source>What is seen on the device?</source>
            <translation>Que voit-on sur le test ?</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Date</translation>
        </message>
        <message>
            <source>Started at</source>
            <translation>Début</translation>
        </message>
        <message>
            <source>Read at</source>
            <translation>Lecture</translation>
        </message>
        <message>
            <source>Hours not noted</source>
            <translation>Heures non notées</translation>
        </message>
        <message>
            <source>entered later</source>
            <translation>saisi plus tard</translation>
        </message>
        <message>
            <source>the insert of this lot says how long to wait</source>
            <translation>la notice de ce lot dit combien attendre</translation>
        </message>
        <message>
            <source>proposed; read between %1 and %2 min</source>
            <translation>proposé ; à lire entre %1 et %2 min</translation>
        </message>
        <message>
            <source>An hour such as 14:30.</source>
            <translation>Une heure, par exemple 14:30.</translation>
        </message>
        <message>
            <source>On which day?</source>
            <translation>Quel jour ?</translation>
        </message>
        <message>
            <source>Tests recorded</source>
            <translation>Tests notés</translation>
        </message>
    </context>
    <context>
        <name>RequestCard</name>
        <message>
            <source>to be signed</source>
            <translation>à signer</translation>
        </message>
        <message>
            <source>urgent</source>
            <translation>urgent</translation>
        </message>
        <message>
            <source>%1 of %2 received</source>
            <translation>%1 de %2 reçus</translation>
        </message>
        <message>
            <source>Called off: %1</source>
            <translation>Annulée : %1</translation>
        </message>
        <message>
            <source>Print the slip</source>
            <translation>Imprimer</translation>
        </message>
        <message>
            <source>Samples taken</source>
            <translation>Prélevé</translation>
        </message>
        <message>
            <source>Put in its bag</source>
            <translation>Mettre en sachet</translation>
        </message>
        <message>
            <source>Call off</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>In its bag</source>
            <translation>En sachet</translation>
        </message>
    </context>
    <context>
        <name>RequestsTab</name>
        <message>
            <source>Nothing was asked of a laboratory yet</source>
            <translation>Rien n'a encore été demandé à un laboratoire</translation>
        </message>
        <message>
            <source>Order a panel or single tests: tubes and slip follow by themselves.</source>
            <translation>Prescrivez un profil ou des analyses une à une : tubes et demande suivent.</translation>
        </message>
    </context>
    <context>
        <name>ResultEditor</name>
        <message>
            <source>Correct the result: %1</source>
            <translation>Corriger le résultat : %1</translation>
        </message>
        <message>
            <source>Correct</source>
            <translation>Corriger</translation>
        </message>
        <message>
            <source>Known on</source>
            <translation>Connu le</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Raison</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>Retirer</translation>
        </message>
        <message>
            <source>Not a day.</source>
            <translation>Ce n'est pas une date.</translation>
        </message>
        <message>
            <source>Result corrected</source>
            <translation>Résultat corrigé</translation>
        </message>
        <message>
            <source>Result taken back</source>
            <translation>Résultat retiré</translation>
        </message>
    </context>
    <context>
        <name>ResultForm</name>
        <message>
            <source>Enter results</source>
            <translation>Saisir des résultats</translation>
        </message>
        <message>
            <source>Record, next test</source>
            <translation>Noter, analyse suivante</translation>
        </message>
        <message>
            <source>Test</source>
            <translation>Analyse</translation>
        </message>
        <message>
            <source>Sampled on</source>
            <translation>Prélevé le</translation>
        </message>
        <message>
            <source>empty: that of the request</source>
            <translation>vide : celui de la demande</translation>
        </message>
        <message>
            <source>Known on</source>
            <translation>Connu le</translation>
        </message>
        <message>
            <source>Which test?</source>
            <translation>Quelle analyse ?</translation>
        </message>
        <message>
            <source>Not a day.</source>
            <translation>Ce n'est pas une date.</translation>
        </message>
        <message>
            <source>empty: request %1, sampled on %2</source>
            <translation>vide : demande %1, prélevée le %2</translation>
        </message>
        <message>
            <source>no request waits for it: when was it sampled?</source>
            <translation>aucune demande ne l'attend : prélevé quand ?</translation>
        </message>
        <message>
            <source>Recorded: %1</source>
            <translation>Noté : %1</translation>
        </message>
    </context>
    <context>
        <name>ScreeningTab</name>
        <message>
            <source>No test yet</source>
            <translation>Pas encore de test</translation>
        </message>
        <message>
            <source>Rapid tests and results of the laboratory will stand here, tests down, days across.</source>
            <translation>Les tests rapides et résultats du laboratoire seront ici, les analyses en lignes, les jours en colonnes.</translation>
        </message>
        <message>
            <source>Test</source>
            <translation>Analyse</translation>
        </message>
        <message>
            <source>Results will stand here.</source>
            <translation>Les résultats seront ici.</translation>
        </message>
        <message>
            <source>Tests down, days across</source>
            <translation>Analyses en lignes, jours en colonnes</translation>
        </message>
        <message>
            <source>first read as %1</source>
            <translation>d'abord lu %1</translation>
        </message>
        <message>
            <source>request %1</source>
            <translation>demande %1</translation>
        </message>
        <message>
            <source>known on %1</source>
            <translation>connu le %1</translation>
        </message>
        <message>
            <source>Correct or take back</source>
            <translation>Corriger ou retirer</translation>
        </message>
        <message>
            <source>Correct or take back: %1</source>
            <translation>Corriger ou retirer : %1</translation>
        </message>
    </context>
    <context>
        <name>StatementForm</name>
        <message>
            <source>Record</source>
            <translation>Noter</translation>
        </message>
        <message>
            <source>Said on</source>
            <translation>Dit le</translation>
        </message>
        <message>
            <source>Holds until</source>
            <translation>Vaut jusqu'au</translation>
        </message>
        <message>
            <source>empty: no end known</source>
            <translation>vide : sans fin connue</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Raison</translation>
        </message>
        <message>
            <source>Not a day.</source>
            <translation>Ce n'est pas une date.</translation>
        </message>
    </context>
    <context>
        <name>TakeBackForm</name>
        <message>
            <source>Take back: %1</source>
            <translation>Retirer : %1</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>Retirer</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Raison</translation>
        </message>
        <message>
            <source>Taken back</source>
            <translation>Retiré</translation>
        </message>
    </context>
    <context>
        <name>TodayCard</name>
        <message>
            <source>To do today</source>
            <translation>À FAIRE AUJOURD'HUI</translation>
        </message>
        <message>
            <source>Nothing waits for this person today.</source>
            <translation>Rien n'attend cette personne aujourd'hui.</translation>
        </message>
    </context>
    <context>
        <name>VaccineLadder</name>
        <message>
            <source>dose %1</source>
            <translation>dose %1</translation>
        </message>
        <message>
            <source>too early</source>
            <translation>trop tôt</translation>
        </message>
        <message>
            <source>one more</source>
            <translation>en trop</translation>
        </message>
        <message>
            <source>not up to standard</source>
            <translation>non conforme</translation>
        </message>
        <message>
            <source>not verifiable</source>
            <translation>non vérifiable</translation>
        </message>
        <message>
            <source>not used, repeat from %1</source>
            <translation>non utilisé, répéter dès le %1</translation>
        </message>
        <message>
            <source>said, without proof</source>
            <translation>dit, sans preuve</translation>
        </message>
        <message>
            <source>in spite of: %1</source>
            <translation>malgré tout : %1</translation>
        </message>
        <message>
            <source>%1 d after %2</source>
            <translation>%1 j après le %2</translation>
        </message>
        <message>
            <source>it takes %1</source>
            <translation>il en faut %1</translation>
        </message>
        <message>
            <source>may be given now</source>
            <translation>possible maintenant</translation>
        </message>
        <message>
            <source>since %1</source>
            <translation>depuis le %1</translation>
        </message>
        <message>
            <source>advised from %1</source>
            <translation>conseillée dès le %1</translation>
        </message>
        <message>
            <source>late since %1</source>
            <translation>en retard depuis le %1</translation>
        </message>
        <message>
            <source>late from %1</source>
            <translation>en retard dès le %1</translation>
        </message>
        <message>
            <source>if the dose before is given then</source>
            <translation>si la dose précédente est donnée</translation>
        </message>
        <message>
            <source>possible %1</source>
            <translation>possible dès le %1</translation>
        </message>
        <message>
            <source>proposed %1</source>
            <translation>proposée %1</translation>
        </message>
        <message>
            <source>possible from %1</source>
            <translation>possible dès le %1</translation>
        </message>
    </context>
    <context>
        <name>VaccinesTab</name>
        <message>
            <source>Course of hepatitis B vaccination</source>
            <translation>Vaccination contre l'hépatite B</translation>
        </message>
        <message>
            <source>No dose is recorded yet.</source>
            <translation>Aucune dose n'est encore notée.</translation>
        </message>
        <message>
            <source>How it is counted</source>
            <translation>Comment c'est compté</translation>
        </message>
        <message>
            <source>Second course</source>
            <translation>Deuxième vaccination</translation>
        </message>
        <message>
            <source>Print the card</source>
            <translation>Imprimer la carte</translation>
        </message>
        <message>
            <source>No hepatitis B serology is recorded.</source>
            <translation>Aucune sérologie de l'hépatite B n'est notée.</translation>
        </message>
        <message>
            <source>%1 until %2</source>
            <translation>%1 jusqu'au %2</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>Retirer</translation>
        </message>
        <message>
            <source>Take back: %1</source>
            <translation>Retirer : %1</translation>
        </message>
    </context>
    <context>
        <name>ValueFields</name>
        <message>
            <source>Result</source>
            <translation>Résultat</translation>
        </message>
        <message>
            <source>Type it again to confirm</source>
            <translation>Retapez-le pour confirmer</translation>
        </message>
    </context>
    <context>
        <name>VisitBlock</name>
        <message>
            <source>Follow-up: %1</source>
            <translation>Suivi : %1</translation>
        </message>
        <message>
            <source>Nothing was written or done in it.</source>
            <translation>Rien n'y a été écrit ni fait.</translation>
        </message>
        <message>
            <source>request %1 (%2)</source>
            <translation>demande %1 (%2)</translation>
        </message>
    </context>
    <context>
        <name>_WhyCard</name>
        <message>
            <source>Why it is there</source>
            <translation>Pourquoi c'est là</translation>
        </message>
        <message>
            <source>due on %1</source>
            <translation>à faire le %1</translation>
        </message>
        <message>
            <source>possible from %1</source>
            <translation>possible dès le %1</translation>
        </message>
        <message>
            <source>late from %1</source>
            <translation>en retard dès le %1</translation>
        </message>
    </context>
</TS>
