# language: nl
Functionaliteit: Als de vaste Wally er niet is
  Een praktijk heeft één vaste Wally en één vaste vervanger.
  Is de Wally er niet, dan gaat een verwijzing naar de vervanger. Een verwijzing raakt nooit zoek.

  Achtergrond:
    Gegeven het is maandag 4 januari 2027, 10.00 uur
    En Sanne is de vaste Wally van de praktijk
    En Joris is de vaste vervanger
    En dokter van Dijk werkt in een praktijk met één aanspreekpunt

  Scenario: Sanne is met vakantie; Joris neemt over en geeft terug
    Gegeven Sanne is met vakantie van maandag 4 januari 2027 tot en met vrijdag 15 januari 2027
    Als dokter van Dijk Thea verwijst
    Dan staat de verwijzing bij Joris op de lijst
    Als Joris de verwijzing aanneemt
    En Joris Thea belt en haar spreekt
    En het maandag 18 januari 2027 is, 9.00 uur
    Dan heeft Joris de verwijzing
    Als Sanne met Thea begint
    Dan mag dat niet
    Als Joris de verwijzing overdraagt aan Sanne
    Dan staat de verwijzing bij Sanne op de lijst
    En ziet dokter van Dijk hoe het staat: "overgedragen"
    Als Sanne met Thea begint
    En Sanne de verwijzing afrondt met de terugkoppeling: "Thea heeft een plan. Joris is met haar begonnen, ik heb het afgemaakt."
    Dan is de verwijzing afgerond

  Scenario: Sanne spreekt voor haar vakantie af dat Joris alles overneemt
    Gegeven dokter van Dijk heeft Thea verwezen
    En Sanne heeft de verwijzing aangenomen
    En Sanne is met vakantie van maandag 11 januari 2027 tot en met vrijdag 22 januari 2027; Joris neemt zolang haar verwijzingen over
    Als maandag 11 januari 2027 begint
    Dan staat de verwijzing bij Joris op de lijst
    Als zaterdag 23 januari 2027 begint
    Dan staat de verwijzing bij Sanne op de lijst

  Scenario: Sanne wordt ziek terwijl zij met Thea bezig is
    Gegeven dokter van Dijk heeft Thea verwezen
    En Sanne heeft de verwijzing aangenomen
    Als Joris met Thea begint
    Dan mag dat niet
    Als Sanne ziek wordt
    En Joris met Thea begint
    Dan heeft Joris de verwijzing
    En ziet dokter van Dijk dat de verwijzing begonnen is

  Scenario: Sanne en Joris zijn er allebei niet
    Gegeven Sanne is met vakantie van maandag 4 januari 2027 tot en met vrijdag 15 januari 2027
    En Joris is ziek
    Als dokter van Dijk Thea verwijst
    Dan is de verwijzing verstuurd
    En ziet de coördinator dat er nu niemand naar de verwijzing kijkt
    Als Joris weer terug is
    En Joris de verwijzing aanneemt
    Dan heeft Joris de verwijzing
    En kijkt er weer iemand naar de verwijzing

  Scenario: De coördinator wijst een verwijzing toe
    Gegeven dokter van Dijk heeft Thea verwezen
    Als de coördinator de verwijzing overdraagt aan Joris
    Dan staat de verwijzing bij Joris op de lijst
    En ziet dokter van Dijk hoe het staat: "overgedragen"

  Scenario: Sanne stopt; Noor volgt haar op
    Gegeven Sanne heeft haar laatste dag op vrijdag 29 januari 2027
    En Noor wordt op maandag 1 februari 2027 de vaste Wally van de praktijk
    Als het vrijdag 29 januari 2027 is, 16.00 uur
    En dokter van Dijk Thea verwijst
    Dan staat de verwijzing bij Sanne op de lijst
    Als het maandag 1 februari 2027 is, 9.00 uur
    En dokter van Dijk Thea verwijst
    Dan staat de verwijzing bij Noor op de lijst

  Scenario: Sanne is gestopt en er is nog niemand in haar plaats
    Gegeven Sanne heeft haar laatste dag op vrijdag 29 januari 2027
    Als het maandag 1 februari 2027 is, 9.00 uur
    En dokter van Dijk Thea verwijst
    Dan staat de verwijzing bij Joris op de lijst

  Scenario: Sanne stopt en laat een verwijzing achter
    Gegeven dokter van Dijk heeft Thea verwezen
    En Sanne heeft de verwijzing aangenomen
    En Sanne heeft haar laatste dag op vrijdag 29 januari 2027
    Als het maandag 1 februari 2027 is, 9.00 uur
    En Joris met Thea begint
    Dan heeft Joris de verwijzing
    Als Sanne de verwijzing overdraagt aan Joris
    Dan mag dat niet meer

  Scenario: De praktijk heeft nog geen Wally en geen vervanger
    Gegeven dokter van Dam werkt in een praktijk waar de plek van Wally en die van vervanger leeg zijn
    Als dokter van Dam Thea verwijst
    Dan is de verwijzing verstuurd
    En ziet de coördinator dat er nu niemand naar de verwijzing kijkt
    En ziet de coördinator dat er in het team een plek leeg is
    Als de coördinator de verwijzing overdraagt aan Sanne
    Dan staat de verwijzing bij Sanne op de lijst
