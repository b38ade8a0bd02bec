Instance: role-wally-2
InstanceOf: WallyRole
Usage: #example
Description: "Joris de Wit as Wally (fixed social worker)"
* id = "wally-2"
* active = true
* period.start = "2025-01-01"
* practitioner = Reference(Practitioner/wally-2) "Joris de Wit"
* organization = Reference(Organization/social-1)
* code = Role#wally "Wally (fixed social worker)"
* telecom[+].system = #phone
* telecom[=].value = "06-00000002"
* telecom[+].system = #email
* telecom[=].value = "joris.de.wit@social-1.example"
