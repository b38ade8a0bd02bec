# language: nl
Functionaliteit: Stoppen en opnieuw beginnen
  Een verwijzing eindigt nooit zomaar: beide kanten horen het.

  Achtergrond:
    Gegeven het is maandag 4 januari 2027, 10.00 uur
    En Sanne is de vaste Wally van de praktijk
    En Joris is de vaste vervanger
    En dokter van Dijk werkt in een praktijk met één aanspreekpunt

  Scenario: De huisarts trekt in voordat Sanne begint
    Gegeven dokter van Dijk heeft Thea verwezen
    En Sanne heeft de verwijzing aangenomen
    Als dokter van Dijk de verwijzing intrekt
    Dan is de verwijzing ingetrokken
    En krijgen Sanne en dokter van Dijk bericht dat de verwijzing is gestopt omdat de huisarts de verwijzing intrekt
    Als Sanne met Thea begint
    Dan mag dat niet meer

  Scenario: Als Sanne begonnen is, kan de huisarts niet zomaar intrekken
    Gegeven dokter van Dijk heeft Thea verwezen
    En Sanne heeft de verwijzing aangenomen
    En Sanne is met Thea begonnen
    Als dokter van Dijk de verwijzing intrekt
    Dan mag dat niet meer
    En is de verwijzing nog begonnen

  Scenario: De huisarts vraagt Sanne om te stoppen
    Gegeven dokter van Dijk heeft Thea verwezen
    En Sanne heeft de verwijzing aangenomen
    En Sanne is met Thea begonnen
    Als dokter van Dijk vraagt om te stoppen
    Dan ziet Sanne het verzoek om te stoppen
    Als Sanne instemt met het verzoek
    En Sanne stopt op verzoek van de huisarts, met de terugkoppeling: "Thea en ik hebben afscheid genomen."
    Dan is de verwijzing ingetrokken
    En kan dokter van Dijk lezen: "Thea en ik hebben afscheid genomen."

  Scenario: Sanne is het niet eens met het verzoek om te stoppen
    Gegeven dokter van Dijk heeft Thea verwezen
    En Sanne heeft de verwijzing aangenomen
    En Sanne is met Thea begonnen
    Als dokter van Dijk vraagt om te stoppen
    En Sanne het verzoek afwijst
    Dan is de verwijzing nog begonnen
    Als Sanne de verwijzing afrondt met de terugkoppeling: "Thea wilde graag verder; er is nu een plan."
    Dan is de verwijzing afgerond

  Scenario: Het was de verkeerde persoon
    Gegeven dokter van Dijk heeft Thea verwezen
    Als dokter van Dijk meldt dat het de verkeerde persoon is
    Dan is de verwijzing "een vergissing"
    En krijgen Sanne en dokter van Dijk bericht dat de verwijzing is gestopt omdat het de verkeerde persoon is

  Scenario: Niemand kan verder; de coördinator beëindigt het
    Gegeven dokter van Dijk heeft Thea verwezen
    En Sanne heeft de verwijzing aangenomen
    Als de coördinator de verwijzing stopt omdat de dienst is gestopt
    Dan is de verwijzing gestopt
    En krijgen Sanne en dokter van Dijk bericht dat de verwijzing is gestopt omdat de dienst is gestopt

  Scenario: Een nieuwe verwijzing na een afgeronde
    Gegeven dokter van Dijk heeft Thea verwezen
    En Sanne heeft de verwijzing aangenomen
    En Sanne is met Thea begonnen
    Als Sanne de verwijzing afrondt met de terugkoppeling: "Thea redt zich nu zelf."
    En het maandag 1 maart 2027 is, 9.00 uur
    En dokter van Dijk Thea opnieuw verwijst, in plaats van de eerdere verwijzing
    Dan is de verwijzing verstuurd
    En staat de verwijzing bij Sanne op de lijst
