Extension: GroupSize
Id: waw-group-size
Title: "Group size"
Description: "How many people take part at once, from and to. R4 has no element for it."
Context: HealthcareService
* ^experimental = false
* . ^short = "Group size"
* . ^alias = "groepsgrootte"
* value[x] only Range
* value[x] 1..1
