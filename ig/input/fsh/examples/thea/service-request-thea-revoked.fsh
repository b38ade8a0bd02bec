Instance: TheaServiceRequestRevoked
InstanceOf: Referral
Usage: #example
Description: "The referral of Thea after the GP cancelled it"
* insert OfPracticeOne
* insert TheaSafety
* insert TheaPlacer("D-2026-0001")
* identifier[referralNumber].type.coding.display = "Filler Identifier"
* identifier[referralNumber].value = "WAW-4821037519"
* insert TheaReferral("Patient/Thea", "Consent/TheaConsent")
* insert TheaReasons
* insert TheaQuestion
* status = #revoked
* extension[+].url = "http://hl7.org/fhir/StructureDefinition/request-statusReason"
* extension[=].valueCodeableConcept = StatusReason#withdrawn-by-gp "Withdrawn by the GP"
