Instance: RecipientUnknown
InstanceOf: Bundle
Usage: #example
Description: "The feedback is to go to a role that does not exist."
* insert Breaks(reference-unresolved)
* insert Send(SentPatient, SentConsent, SentReferral, SentTask, SentFeedbackRequest)
* insert Numbered(D-2026-0112)
* entry[4].resource.recipient[0] = Reference(PractitionerRole/nobody)
