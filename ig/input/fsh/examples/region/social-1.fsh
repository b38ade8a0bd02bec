Instance: social-1
InstanceOf: SocialOrganization
Usage: #example
Description: "Welzijn Deventer"
* active = true
* name = "Welzijn Deventer"
* telecom[+].system = #phone
* telecom[=].value = "0570-000201"
* address.line = "Brink 10"
* address.city = "Deventer"
