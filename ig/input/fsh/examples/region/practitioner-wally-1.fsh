Instance: practitioner-wally-1
InstanceOf: TeamPractitioner
Usage: #example
Description: "Sanne Bakker"
* id = "wally-1"
* active = true
* name.use = #usual
* name.text = "Sanne Bakker"
* name.family = "Bakker"
* name.given = "Sanne"
