Instance: practice-2
InstanceOf: GpPractice
Usage: #example
Description: "Huisartsenpraktijk Het Pothoofd"
* extension[identifierSystem][+].valueUri = "https://practice-2.example/patient"
* extension[identifierSystem][+].valueUri = "https://practice-2.example/referral"
* active = true
* name = "Huisartsenpraktijk Het Pothoofd"
* telecom[+].system = #phone
* telecom[=].value = "0570-000102"
* telecom[+].system = #email
* telecom[=].value = "post@practice-2.example"
* address.line = "Pothoofd 2"
* address.city = "Deventer"
