Instance: CrisisTickedTrue
InstanceOf: Bundle
Usage: #example
Description: "Crisis is ticked."
* insert Breaks(crisis)
* insert Send(SentPatient, SentConsent, SentReferral, SentTask, SentFeedbackRequest)
* insert Numbered(D-2026-0105)
* entry[2].resource.extension[3].url = "http://waariswally.nl/fhir/StructureDefinition/waw-crisis"
* entry[2].resource.extension[3].valueBoolean = true
