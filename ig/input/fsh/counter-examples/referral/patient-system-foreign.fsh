Instance: PatientSystemForeign
InstanceOf: Bundle
Usage: #example
Description: "The number of the person is one of another practice."
* insert Breaks(identifier-system-foreign)
* insert Send(SentPatient, SentConsent, SentReferral, SentTask, SentFeedbackRequest)
* insert Numbered(D-2026-0107)
* entry[0].resource.identifier[0].system = "https://practice-2.example/patient"
* entry[0].request.ifNoneExist = "identifier=https://practice-2.example/patient|P-1001"
