# language: nl
Functionaliteit: Contact krijgen met de inwoner
  De Wally belt de inwoner, niet andersom. Lukt dat niet, dan hoort de huisarts dat ook.

  Achtergrond:
    Gegeven het is maandag 4 januari 2027, 10.00 uur
    En Sanne is de vaste Wally van de praktijk
    En Joris is de vaste vervanger
    En dokter van Dijk werkt in een praktijk met één aanspreekpunt

  Scenario: Thea is niet te bereiken
    Gegeven dokter van Dijk heeft Thea verwezen
    En Sanne heeft de verwijzing aangenomen
    Als Sanne Thea belt en geen gehoor krijgt
    En het dinsdag 5 januari 2027 is, 19.00 uur
    En Sanne Thea belt en geen gehoor krijgt
    En het donderdag 7 januari 2027 is, 9.00 uur
    En Sanne Thea belt en geen gehoor krijgt
    En Sanne stopt omdat zij niet te bereiken is, met de terugkoppeling: "Ik heb Thea drie keer gebeld. Wilt u haar vragen of haar nummer klopt?"
    Dan is de verwijzing gestopt
    En kan dokter van Dijk lezen: "Ik heb Thea drie keer gebeld. Wilt u haar vragen of haar nummer klopt?"
    En wacht de huisarts nergens meer op

  Scenario: Thuis bellen is niet veilig
    Gegeven dokter van Dijk heeft Thea verwezen; thuis bellen is niet veilig
    Dan ziet Sanne dat thuis bellen niet veilig is

  Scenario: Thea wil niet verder
    Gegeven dokter van Dijk heeft Thea verwezen
    En Sanne heeft de verwijzing aangenomen
    En Sanne is met Thea begonnen
    Als Sanne stopt omdat zij zelf is gestopt, met de terugkoppeling: "Thea redt zich nu zelf."
    Dan is de verwijzing gestopt
    En kan dokter van Dijk lezen: "Thea redt zich nu zelf."

  Scenario: Het is toch een vraag voor de zorg
    Gegeven dokter van Dijk heeft Thea verwezen
    Als Sanne de verwijzing teruggeeft omdat zij zorg nodig heeft, met de terugkoppeling: "Thea is erg somber. Wilt u met haar praten over hulp van de psycholoog?"
    Dan is de verwijzing teruggegeven
    En kan dokter van Dijk lezen: "Thea is erg somber. Wilt u met haar praten over hulp van de psycholoog?"

  Scenario: De huisarts ziet hoe vaak er is gebeld, niet wat er is gezegd
    Gegeven dokter van Dijk heeft Thea verwezen
    En Sanne heeft de verwijzing aangenomen
    Als Sanne Thea belt en geen gehoor krijgt
    En Sanne Thea belt en haar spreekt
    Dan ziet dokter van Dijk dat er 2 keer is gebeld
    En kan dokter van Dijk niet lezen wat er bij het bellen gebeurde
