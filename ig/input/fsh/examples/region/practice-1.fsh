Instance: practice-1
InstanceOf: GpPractice
Usage: #example
Description: "Huisartsenpraktijk De Rivier"
* extension[identifierSystem][+].valueUri = "https://practice-1.example/patient"
* extension[identifierSystem][+].valueUri = "https://practice-1.example/referral"
* active = true
* name = "Huisartsenpraktijk De Rivier"
* telecom[+].system = #phone
* telecom[=].value = "0570-000101"
* telecom[+].system = #email
* telecom[=].value = "post@practice-1.example"
* address.line = "IJsselkade 1"
* address.city = "Deventer"
