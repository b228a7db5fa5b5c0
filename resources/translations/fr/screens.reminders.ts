<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
    <context>
        <name>Commands</name>
        <message>
            <source>Contact list</source>
            <translation>Liste de contacts</translation>
        </message>
        <message>
            <source>Sign the chosen requests</source>
            <translation>Signer les demandes choisies</translation>
        </message>
    </context>
    <context>
        <name>ContactsCard</name>
        <message>
            <source>With telephone and the name to ask for</source>
            <translation>Avec le téléphone et le nom à demander</translation>
        </message>
        <message>
            <source>Make the list</source>
            <translation>Faire la liste</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Code, hours and means only: never why. That it was made is noted.</source>
            <translation>Code, heures et moyen seulement, jamais le motif. La liste faite est notée dans le registre d'audit.</translation>
        </message>
        <message>
            <source>Contact list</source>
            <translation>Liste de contacts</translation>
        </message>
    </context>
    <context>
        <name>OpenResults</name>
        <message>
            <source>To confirm</source>
            <translation>À confirmer</translation>
        </message>
        <message>
            <source>Nothing to confirm</source>
            <translation>Rien à confirmer</translation>
        </message>
        <message>
            <source>Reactive rapid tests stand here until a laboratory has confirmed them.</source>
            <translation>Les tests rapides réactifs restent ici jusqu'à leur confirmation par un laboratoire.</translation>
        </message>
        <message>
            <source>Results awaited</source>
            <translation>Résultats attendus</translation>
        </message>
        <message>
            <source>No result is awaited</source>
            <translation>Aucun résultat attendu</translation>
        </message>
        <message>
            <source>Tests stand here from their order until their result.</source>
            <translation>Les analyses restent ici de la demande au résultat.</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>Code</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nom</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>Depuis</translation>
        </message>
        <message>
            <source>What is to be done</source>
            <translation>À faire</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>Jours</translation>
        </message>
        <message>
            <source>Request</source>
            <translation>Demande</translation>
        </message>
        <message>
            <source>Test</source>
            <translation>Analyse</translation>
        </message>
        <message>
            <source>longer than usual</source>
            <translation>plus long que d'habitude</translation>
        </message>
    </context>
    <context>
        <name>PeopleToReach</name>
        <message>
            <source>Who must be reached</source>
            <translation>Personnes à joindre</translation>
        </message>
        <message>
            <source>Nobody has to be reached</source>
            <translation>Personne à joindre</translation>
        </message>
        <message>
            <source>People appear here when something is due for them until that day.</source>
            <translation>Une personne apparaît ici quand quelque chose est dû pour elle jusqu'à ce jour.</translation>
        </message>
        <message>
            <source>%1 (to %2)</source>
            <translation>%1 (jusqu'au %2)</translation>
        </message>
        <message>
            <source>Lots that may be used: %1</source>
            <translation>Lots utilisables : %1</translation>
        </message>
        <message>
            <source>State</source>
            <translation>État</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>Code</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nom</translation>
        </message>
        <message>
            <source>What is to be done</source>
            <translation>À faire</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>Dû le</translation>
        </message>
        <message>
            <source>Session</source>
            <translation>Séance</translation>
        </message>
        <message>
            <source>Reach by</source>
            <translation>Joindre par</translation>
        </message>
        <message>
            <source>Discretion</source>
            <translation>Discrétion</translation>
        </message>
        <message numerus="yes">
            <source>%n dose(s)</source>
            <translation>
                <numerusform>%n dose</numerusform>
                <numerusform>%n doses</numerusform>
            </translation>
        </message>
        <message>
            <source>No session in sight: %1</source>
            <translation>Aucune séance en vue : %1</translation>
        </message>
    </context>
    <context>
        <name>RemindersPage</name>
        <message>
            <source>Reminders</source>
            <translation>Rappels</translation>
        </message>
        <message>
            <source>Due until</source>
            <translation>Dû jusqu'au</translation>
        </message>
        <message>
            <source>Sessions of</source>
            <translation>Séances de</translation>
        </message>
        <message>
            <source>To reach</source>
            <translation>À joindre</translation>
        </message>
        <message>
            <source>Results awaited and to confirm</source>
            <translation>Résultats attendus et à confirmer</translation>
        </message>
        <message>
            <source>To sign</source>
            <translation>À signer</translation>
        </message>
        <message numerus="yes">
            <source>%n request(s) signed</source>
            <translation>
                <numerusform>%n demande signée</numerusform>
                <numerusform>%n demandes signées</numerusform>
            </translation>
        </message>
        <message>
            <source>Contact list</source>
            <translation>Liste de contacts</translation>
        </message>
    </context>
    <context>
        <name>ToSign</name>
        <message>
            <source>To sign</source>
            <translation>À signer</translation>
        </message>
        <message>
            <source>Nothing to sign</source>
            <translation>Rien à signer</translation>
        </message>
        <message>
            <source>Requests that a nurse makes under a standing order wait here for a doctor.</source>
            <translation>Les demandes faites par une infirmière sous ordre permanent attendent ici un médecin.</translation>
        </message>
        <message>
            <source>Shift or Ctrl chooses several, Ctrl+A all.</source>
            <translation>Maj ou Ctrl en choisit plusieurs, Ctrl+A toutes.</translation>
        </message>
        <message>
            <source>Ordered on</source>
            <translation>Prescrite le</translation>
        </message>
        <message>
            <source>Request</source>
            <translation>Demande</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>Code</translation>
        </message>
        <message>
            <source>Ordered by</source>
            <translation>Demandée par</translation>
        </message>
        <message>
            <source>Standing order of</source>
            <translation>Ordre permanent de</translation>
        </message>
        <message>
            <source>Tests</source>
            <translation>Analyses</translation>
        </message>
    </context>
</TS>
