Instance: practitioner-wally-2
InstanceOf: TeamPractitioner
Usage: #example
Description: "Joris de Wit"
* id = "wally-2"
* active = true
* name.use = #usual
* name.text = "Joris de Wit"
* name.family = "de Wit"
* name.given = "Joris"
