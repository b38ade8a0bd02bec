Instance: social-2
InstanceOf: SocialOrganization
Usage: #example
Description: "De Kuip"
* extension[+].url = "http://waariswally.nl/fhir/StructureDefinition/waw-escalation"
* extension[=].extension[+].url = "reminder"
* extension[=].extension[=].valueUnsignedInt = 2
* extension[=].extension[+].url = "substitute"
* extension[=].extension[=].valueUnsignedInt = 0
* extension[=].extension[+].url = "coordinator"
* extension[=].extension[=].valueUnsignedInt = 3
* active = true
* name = "De Kuip"
* telecom[+].system = #phone
* telecom[=].value = "0570-000202"
* telecom[+].system = #email
* telecom[=].value = "post@social-2.example"
* address.line = "Worp 20"
* address.city = "Deventer"
