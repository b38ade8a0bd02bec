Instance: PerformerOutsideTeam
InstanceOf: Bundle
Usage: #example
Description: "The performer wanted is a coach of another organisation."
* insert Breaks(receiver-outside-team)
* insert Send(SentPatient, SentConsent, SentReferral, SentTask, SentFeedbackRequest)
* insert Numbered(D-2026-0111)
* entry[2].resource.performer = Reference(PractitionerRole/coach-1)
