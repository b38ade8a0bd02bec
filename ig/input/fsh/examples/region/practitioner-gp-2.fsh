Instance: practitioner-gp-2
InstanceOf: TeamPractitioner
Usage: #example
Description: "Dr. Yilmaz"
* id = "gp-2"
* active = true
* name.use = #usual
* name.text = "Dr. Yilmaz"
* name.family = "Yilmaz"
* name.given = "Emre"
