Instance: practitioner-coach-1
InstanceOf: TeamPractitioner
Usage: #example
Description: "Mila Jansen"
* id = "coach-1"
* active = true
* name.use = #usual
* name.text = "Mila Jansen"
* name.family = "Jansen"
* name.given = "Mila"
