Instance: PlacerSystemForeign
InstanceOf: Bundle
Usage: #example
Description: "The number of the referral is one of another practice."
* insert Breaks(identifier-system-foreign)
* insert Send(SentPatient, SentConsent, SentReferral, SentTask, SentFeedbackRequest)
* insert Numbered(D-2026-0108)
* entry[2].resource.identifier[0].system = "https://practice-2.example/referral"
