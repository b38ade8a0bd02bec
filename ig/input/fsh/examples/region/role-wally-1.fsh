Instance: role-wally-1
InstanceOf: WallyRole
Usage: #example
Description: "Sanne Bakker as Wally (fixed social worker)"
* id = "wally-1"
* active = true
* period.start = "2025-01-01"
* practitioner = Reference(Practitioner/wally-1) "Sanne Bakker"
* organization = Reference(Organization/social-1)
* code = Role#wally "Wally (fixed social worker)"
* telecom[+].system = #phone
* telecom[=].value = "06-00000001"
* telecom[+].system = #email
* telecom[=].value = "sanne.bakker@social-1.example"
