# language: nl
Functionaliteit: Manieren van werken met de welzijnscoach
  Een gemeente kiest hoe Wally en welzijnscoach samenwerken.

  Achtergrond:
    Gegeven het is maandag 4 januari 2027, 10.00 uur

  Scenario: Eén aanspreekpunt: de Wally brengt de inwoner zelf bij de welzijnscoach
    Gegeven Sanne is de vaste Wally van de praktijk
    En Mila is de welzijnscoach van de praktijk
    En dokter van Dijk werkt in een praktijk met één aanspreekpunt
    Als dokter van Dijk Thea verwijst en om Mila vraagt
    Dan wordt dat geweigerd: "De gekozen ontvanger hoort niet bij het team van de praktijk"

  Scenario: Twee aanspreekpunten: de huisarts kiest
    Gegeven Sanne is de vaste Wally van de praktijk
    En Mila is de welzijnscoach van de praktijk
    En dokter van Dijk werkt in een praktijk waar Wally en welzijnscoach allebei verwijzingen krijgen
    Als dokter van Dijk Thea verwijst en om Mila vraagt
    Dan staat de verwijzing bij Mila op de lijst
    Als Mila de verwijzing aanneemt
    En Mila de verwijzing overdraagt aan Sanne
    Dan staat de verwijzing bij Sanne op de lijst

  Scenario: Twee aanspreekpunten: de huisarts kiest niet
    Gegeven Sanne is de vaste Wally van de praktijk
    En Mila is de welzijnscoach van de praktijk
    En dokter van Dijk werkt in een praktijk waar Wally en welzijnscoach allebei verwijzingen krijgen
    Als dokter van Dijk Thea verwijst
    Dan staat de verwijzing bij Sanne op de lijst
    Als Sanne de verwijzing aanneemt
    En Sanne de verwijzing overdraagt aan Mila
    Dan staat de verwijzing bij Mila op de lijst

  Scenario: De praktijken zijn verdeeld: deze heeft een welzijnscoach
    Gegeven Mila is als welzijnscoach het vaste aanspreekpunt van de praktijk
    En dokter van Dijk werkt in een praktijk die bij één aanspreekpunt is ingedeeld, een Wally of een welzijnscoach
    Als dokter van Dijk Thea verwijst
    Dan staat de verwijzing bij Mila op de lijst
    Als Mila de verwijzing aanneemt
    En Mila met Thea begint
    En Mila de verwijzing afrondt met de terugkoppeling: "Thea wandelt nu elke week mee."
    Dan kan dokter van Dijk lezen: "Thea wandelt nu elke week mee."
