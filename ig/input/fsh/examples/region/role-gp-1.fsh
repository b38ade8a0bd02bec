Instance: role-gp-1
InstanceOf: GpRole
Usage: #example
Description: "Dr. Van Dijk as General practitioner"
* id = "gp-1"
* active = true
* period.start = "2025-01-01"
* practitioner = Reference(Practitioner/gp-1) "Dr. Van Dijk"
* organization = Reference(Organization/practice-1)
* code = Role#gp "General practitioner"
* telecom[+].system = #phone
* telecom[=].value = "0570-000101"
* telecom[+].system = #email
* telecom[=].value = "van.dijk@practice-1.example"
