Instance: role-coach-1
InstanceOf: WallyRole
Usage: #example
Description: "Mila Jansen as Wellbeing coach"
* id = "coach-1"
* active = true
* period.start = "2025-01-01"
* practitioner = Reference(Practitioner/coach-1) "Mila Jansen"
* organization = Reference(Organization/social-2)
* code = Role#wellbeing-coach "Wellbeing coach"
* telecom[+].system = #phone
* telecom[=].value = "06-00000003"
* telecom[+].system = #email
* telecom[=].value = "mila.jansen@social-2.example"
