# language: nl
Functionaliteit: De weg van een verwijzing
  Thea slaapt slecht. Zij heeft zorgen over geld en het loopt thuis niet goed.
  Haar huisarts verwijst haar naar de vaste Wally van zijn praktijk.
  De Wally neemt contact op, helpt verder, en laat de huisarts altijd weten hoe het is gegaan.

  Achtergrond:
    Gegeven het is maandag 4 januari 2027, 10.00 uur
    En Sanne is de vaste Wally van de praktijk
    En Joris is de vaste vervanger
    En dokter van Dijk werkt in een praktijk met één aanspreekpunt

  Scenario: Van verwijzing tot terugkoppeling
    Als dokter van Dijk Thea verwijst
    Dan staat de verwijzing bij Sanne op de lijst
    En ziet Sanne dat Thea uiterlijk maandag 11 januari 2027 om 17.00 uur wordt gebeld
    Als Sanne de verwijzing opent
    Dan ziet dokter van Dijk dat de verwijzing ontvangen is
    Als Sanne de verwijzing aanneemt
    En het dinsdag 5 januari 2027 is, 9.30 uur
    En Sanne Thea belt en geen gehoor krijgt
    En het woensdag 6 januari 2027 is, 14.00 uur
    En Sanne Thea belt en haar spreekt
    En Sanne met Thea begint
    Dan ziet dokter van Dijk dat de verwijzing begonnen is
    En kan dokter van Dijk niet lezen wat er bij het bellen gebeurde
    Als het maandag 11 januari 2027 is, 15.00 uur
    En Sanne op huisbezoek is geweest
    Dan ziet dokter van Dijk hoe het staat: "huisbezoek geweest"
    Als Sanne tussentijds terugkoppelt: "Morgen gaan we samen naar de schuldhulpverlening."
    Dan kan dokter van Dijk lezen: "Morgen gaan we samen naar de schuldhulpverlening."
    En is de verwijzing nog begonnen
    Als Sanne Thea naar de schuldhulpverlening brengt
    En het maandag 1 februari 2027 is, 11.00 uur
    En Sanne de verwijzing afrondt met de terugkoppeling: "Thea heeft een plan met de schuldhulpverlening. Ik bel haar over een maand nog eens."
    Dan is de verwijzing afgerond
    En kan dokter van Dijk lezen: "Thea heeft een plan met de schuldhulpverlening. Ik bel haar over een maand nog eens."
    En wacht de huisarts nergens meer op
    Als dokter van Dijk de terugkoppeling heeft gelezen
    Dan ziet Sanne dat de huisarts de terugkoppeling heeft gelezen

  Scenario: Afronden gaat nooit zonder terugkoppeling
    Gegeven dokter van Dijk heeft Thea verwezen
    En Sanne heeft de verwijzing aangenomen
    Als Sanne de verwijzing wil afronden zonder terugkoppeling
    Dan wordt dat geweigerd: "De terugkoppeling aan de huisarts ontbreekt"
    En is de verwijzing nog aangenomen

  Scenario: De huisarts wil weten hoe het staat
    Gegeven dokter van Dijk heeft Thea verwezen
    En Sanne heeft de verwijzing aangenomen
    En Sanne is met Thea begonnen
    Als Sanne op huisbezoek is geweest
    Dan ziet dokter van Dijk dat de verwijzing begonnen is
    En ziet dokter van Dijk hoe het staat: "huisbezoek geweest"

  Scenario: Sanne brengt Thea bij wie haar verder helpt
    Gegeven dokter van Dijk heeft Thea verwezen
    En Sanne heeft de verwijzing aangenomen
    En Sanne is met Thea begonnen
    Als Sanne Thea naar de schuldhulpverlening brengt
    Dan ziet dokter van Dijk hoe het staat: "doorverwezen"
    En is de verwijzing nog begonnen

  Scenario: Dezelfde verwijzing komt twee keer binnen
    Gegeven dokter van Dijk heeft Thea verwezen
    Als dezelfde verwijzing per ongeluk nog een keer wordt verstuurd
    Dan is het één verwijzing gebleven
    En staat de verwijzing bij Sanne op de lijst

  Scenario: Het is dringend, maar geen crisis
    Als dokter van Dijk Thea met spoed verwijst
    Dan staat de verwijzing bij Sanne op de lijst
    En ziet Sanne dat Thea uiterlijk woensdag 6 januari 2027 om 17.00 uur wordt gebeld

  Scenario: Een verwijzing in het weekend telt vanaf de eerste werkdag
    Gegeven het is zaterdag 9 januari 2027, 20.15 uur
    Als dokter van Dijk Thea verwijst
    Dan ziet Sanne dat Thea uiterlijk vrijdag 15 januari 2027 om 17.00 uur wordt gebeld

  Scenario: Thea ligt een tijd in het ziekenhuis
    Gegeven dokter van Dijk heeft Thea verwezen
    En Sanne heeft de verwijzing aangenomen
    En Sanne is met Thea begonnen
    Als Sanne de verwijzing in de wacht zet tot maandag 1 februari 2027, omdat zij in het ziekenhuis ligt
    Dan staat de verwijzing in de wacht
    Als het maandag 1 februari 2027 is, 9.00 uur
    En Sanne verder gaat met Thea
    Dan is de verwijzing begonnen

  Scenario: Na afloop hoort Sanne nog iets
    Gegeven dokter van Dijk heeft Thea verwezen
    En Sanne heeft de verwijzing aangenomen
    En Sanne is met Thea begonnen
    Als Sanne de verwijzing afrondt met de terugkoppeling: "Thea kan nu zelf verder."
    En Sanne na afloop nog laat weten: "Thea belde: zij slaapt weer goed."
    Dan kan dokter van Dijk lezen: "Thea belde: zij slaapt weer goed."
    En is de verwijzing nog afgerond
