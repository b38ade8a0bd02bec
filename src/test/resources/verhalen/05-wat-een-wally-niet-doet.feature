# language: nl
Functionaliteit: Wat niet kan
  Een Wally doet geen crisishulp. Er wordt niet meer gedeeld dan nodig is.

  Achtergrond:
    Gegeven het is maandag 4 januari 2027, 10.00 uur
    En Sanne is de vaste Wally van de praktijk
    En Joris is de vaste vervanger
    En dokter van Dijk werkt in een praktijk met één aanspreekpunt

  Scenario: Een crisis
    Als dokter van Dijk Thea verwijst omdat het een crisis is
    Dan wordt dat geweigerd: "Een crisis hoort hier niet: bel zelf"
    En is er niets verstuurd

  Scenario: Het burgerservicenummer
    Als dokter van Dijk Thea verwijst met haar burgerservicenummer erbij
    Dan wordt dat geweigerd: "Het BSN wordt hier niet aangenomen"
    En is er niets verstuurd

  Scenario: Een Wally die niet bij de praktijk hoort
    Gegeven Noor is een Wally uit een andere wijk
    Als dokter van Dijk Thea verwijst en om Noor vraagt
    Dan wordt dat geweigerd: "De gekozen ontvanger hoort niet bij het team van de praktijk"
    En is er niets verstuurd
