Instance: RequesterOfOtherPractice
InstanceOf: Bundle
Usage: #example
Description: "The requester works in another practice."
* insert Breaks(requester-mismatch)
* insert Send(SentPatient, SentConsent, SentReferral, SentTask, SentFeedbackRequest)
* insert Numbered(D-2026-0109)
* entry[2].resource.requester = Reference(PractitionerRole/gp-2)
* entry[3].resource.requester = Reference(PractitionerRole/gp-2)
* entry[4].resource.requester = Reference(PractitionerRole/gp-2)
