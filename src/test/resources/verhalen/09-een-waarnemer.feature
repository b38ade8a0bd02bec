# language: nl
Functionaliteit: Een waarnemer verwijst
  Een waarnemer of nieuwe praktijkondersteuner staat nog niet in de lijst. De verwijzing gaat toch door.

  Scenario: Dokter Smit neemt een dag waar
    Gegeven het is maandag 4 januari 2027, 10.00 uur
    En Sanne is de vaste Wally van de praktijk
    En dokter van Dijk werkt in een praktijk met één aanspreekpunt
    Als dokter Smit, die waarneemt voor dokter van Dijk, Thea verwijst
    Dan staat de verwijzing bij Sanne op de lijst
    En ziet Sanne dat dokter Smit heeft verwezen
    En vindt de coördinator de verwijzing van iemand die nog niet bekend is
