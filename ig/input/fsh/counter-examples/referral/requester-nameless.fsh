Instance: RequesterNameless
InstanceOf: Bundle
Usage: #example
Description: "Somebody who is not registered, a locum, refers for the practice and does not say who."
* insert Breaks(bundle-incomplete)
* insert Send(SentPatient, SentConsent, SentReferral, SentTask, SentFeedbackRequest)
* insert Numbered(D-2026-0131)
* entry[2].resource.requester = Reference(Organization/practice-1)
* entry[3].resource.requester = Reference(Organization/practice-1)
* entry[4].resource.requester = Reference(Organization/practice-1)
