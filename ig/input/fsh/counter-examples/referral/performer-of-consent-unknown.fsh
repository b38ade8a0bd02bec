Instance: ConsentPerformerUnknown
InstanceOf: Bundle
Usage: #example
Description: "The consent was given by somebody who is not in the Bundle."
* insert Breaks(reference-unresolved)
* insert Send(SentPatient, SentConsent, SentReferral, SentTask, SentFeedbackRequest)
* insert Numbered(D-2026-0113)
* entry[1].resource.performer[0].reference = "urn:uuid:5c1d0a3e-7b8f-4d5e-9a61-0b1e2f3a4c09"
