Instance: role-gp-2
InstanceOf: GpRole
Usage: #example
Description: "Dr. Yilmaz as General practitioner"
* id = "gp-2"
* active = true
* period.start = "2025-01-01"
* practitioner = Reference(Practitioner/gp-2) "Dr. Yilmaz"
* organization = Reference(Organization/practice-2)
* code = Role#gp "General practitioner"
* telecom[+].system = #phone
* telecom[=].value = "0570-000102"
* telecom[+].system = #email
* telecom[=].value = "yilmaz@practice-2.example"
