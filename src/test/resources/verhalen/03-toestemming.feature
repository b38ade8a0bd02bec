# language: nl
Functionaliteit: De inwoner beslist
  Zonder toestemming geen verwijzing. De inwoner mag altijd van gedachten veranderen.
  Wat de huisarts te horen krijgt, bepaalt de inwoner ook.

  Achtergrond:
    Gegeven het is maandag 4 januari 2027, 10.00 uur
    En Sanne is de vaste Wally van de praktijk
    En Joris is de vaste vervanger
    En dokter van Dijk werkt in een praktijk met één aanspreekpunt

  Scenario: Thea vindt het niet goed
    Als dokter van Dijk Thea verwijst zonder dat zij het goed vindt
    Dan wordt dat geweigerd: "Toestemming ontbreekt"
    En is er niets verstuurd

  Scenario: Thea wil niet dat de huisarts hoort waar het over gaat
    Gegeven dokter van Dijk heeft Thea verwezen; zij wil niet dat de huisarts hoort waar het over gaat
    En Sanne heeft de verwijzing aangenomen
    Als Sanne de verwijzing afrondt met de terugkoppeling: "Er is contact geweest. U hoeft niets te doen."
    Dan kan dokter van Dijk lezen: "Er is contact geweest. U hoeft niets te doen."

  Scenario: Thea vertelt Sanne dat zij niet meer wil
    Gegeven dokter van Dijk heeft Thea verwezen
    En Sanne heeft de verwijzing aangenomen
    En Sanne is met Thea begonnen
    Als Thea tegen Sanne zegt dat zij haar toestemming intrekt
    Dan krijgen Sanne en dokter van Dijk bericht dat de verwijzing is gestopt omdat de toestemming is ingetrokken
    En ziet Sanne de verwijzing niet meer
    En wacht de huisarts nergens meer op

  Scenario: Thea vertelt de huisarts dat zij niet meer wil
    Gegeven dokter van Dijk heeft Thea verwezen
    En Sanne heeft de verwijzing aangenomen
    Als Thea tegen dokter van Dijk zegt dat zij haar toestemming intrekt
    Dan krijgen Sanne en dokter van Dijk bericht dat de verwijzing is gestopt omdat de toestemming is ingetrokken
    En ziet Sanne de verwijzing niet meer
    En ziet dokter van Dijk dat de verwijzing ingetrokken is
