# language: nl
Functionaliteit: Vragen en berichten onderweg
  De Wally kan de huisarts iets vragen. De huisarts kan onderweg iets laten weten.

  Achtergrond:
    Gegeven het is maandag 4 januari 2027, 10.00 uur
    En Sanne is de vaste Wally van de praktijk
    En Joris is de vaste vervanger
    En dokter van Dijk werkt in een praktijk met één aanspreekpunt
    En dokter van Dijk heeft Thea verwezen
    En Sanne heeft de verwijzing aangenomen

  Scenario: Sanne vraagt de huisarts iets
    Als Sanne aan dokter van Dijk vraagt: "Weet u of Thea een ander nummer heeft?"
    Dan ziet dokter van Dijk de vraag: "Weet u of Thea een ander nummer heeft?"
    Als dokter van Dijk antwoordt: "Ja, haar nummer is 06-00000099."
    Dan kan Sanne het antwoord lezen: "Ja, haar nummer is 06-00000099."
    En heeft Sanne de verwijzing

  Scenario: De huisarts laat achteraf iets weten
    Als dokter van Dijk laat weten: "Thea is gisteren opgenomen in het ziekenhuis."
    Dan kan Sanne het bericht lezen: "Thea is gisteren opgenomen in het ziekenhuis."
