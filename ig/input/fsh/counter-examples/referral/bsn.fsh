Instance: BsnSent
InstanceOf: Bundle
Usage: #example
Description: "The BSN is sent along."
* insert Breaks(bsn-refused)
* insert Send(SentPatient, SentConsent, SentReferral, SentTask, SentFeedbackRequest)
* insert Numbered(D-2026-0106)
* entry[0].resource.identifier[1].system = "http://fhir.nl/fhir/NamingSystem/bsn"
* entry[0].resource.identifier[1].value = "999990019"
