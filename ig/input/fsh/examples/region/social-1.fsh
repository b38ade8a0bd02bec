Instance: social-1
InstanceOf: SocialOrganization
Usage: #example
Description: "Welzijn Deventer"
* active = true
* name = "Welzijn Deventer"
* telecom[+].system = #phone
* telecom[=].value = "0570-000201"
* telecom[+].system = #email
* telecom[=].value = "post@social-1.example"
* address.line = "Brink 10"
* address.city = "Deventer"
