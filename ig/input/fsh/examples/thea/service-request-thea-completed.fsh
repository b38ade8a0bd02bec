Instance: TheaServiceRequestCompleted
InstanceOf: Referral
Usage: #example
Description: "The referral of Thea after the end: the server has brought it along"
* insert OfPracticeOne
* insert TheaSafety
* insert TheaPlacer("D-2026-0001")
* identifier[referralNumber].type.coding.display = "Filler Identifier"
* identifier[referralNumber].value = "WAW-4821037519"
* insert TheaReferral("Patient/Thea", "Consent/TheaConsent")
* insert TheaReasons
* insert TheaQuestion
* status = #completed
