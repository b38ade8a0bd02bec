Instance: practitioner-gp-1
InstanceOf: TeamPractitioner
Usage: #example
Description: "Dr. Van Dijk"
* id = "gp-1"
* active = true
* name.use = #usual
* name.text = "Dr. Van Dijk"
* name.family = "van Dijk"
* name.given = "Anna"
