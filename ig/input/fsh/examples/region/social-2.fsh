Instance: social-2
InstanceOf: SocialOrganization
Usage: #example
Description: "De Kuip"
* active = true
* name = "De Kuip"
* telecom[+].system = #phone
* telecom[=].value = "0570-000202"
* address.line = "Worp 20"
* address.city = "Deventer"
