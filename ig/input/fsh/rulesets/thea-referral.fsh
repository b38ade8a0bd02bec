// The referral of Thea. What a counter-example leaves out stands in a rule set of its own.
RuleSet: TheaReferral(patient, consent)
* status = #active
* intent = #order
* category = ReferralCategory#social "Social question"
* priority = #routine
* subject.reference = {patient}
* authoredOn = "2026-03-02T10:15:00+01:00"
* requester = Reference(PractitionerRole/gp-1)
* supportingInfo.reference = {consent}

RuleSet: TheaPlacer(number)
* identifier[placer].type.coding.display = "Placer Identifier"
* identifier[placer].system = "https://practice-1.example/referral"
* identifier[placer].value = {number}

// The same for an instance that is not of the profile.
RuleSet: PlainPlacer(number)
* identifier[+].type = http://terminology.hl7.org/CodeSystem/v2-0203#PLAC "Placer Identifier"
* identifier[=].system = "https://practice-1.example/referral"
* identifier[=].value = {number}

RuleSet: TheaSafety
* extension[+].url = "http://waariswally.nl/fhir/StructureDefinition/waw-discussed-by-phone"
* extension[=].valueBoolean = false
* extension[+].url = "http://waariswally.nl/fhir/StructureDefinition/waw-safe-to-call"
* extension[=].valueBoolean = true
* extension[+].url = "http://waariswally.nl/fhir/StructureDefinition/waw-voicemail-allowed"
* extension[=].valueBoolean = false

RuleSet: TheaReasons
* reasonCode[+] = Icpc#Z01 "Armoede/financieel probleem"
* reasonCode[+] = Icpc#Z12 "Relatieprobleem met partner"
* reasonCode[+] = LifeArea#finances "Finances"

RuleSet: TheaQuestion
* note.text = "Ik slaap slecht. Ik maak me zorgen over geld en het loopt thuis niet goed. Ik wil weten wie mij kan helpen."
