Instance: SentOwnerOutsideTeam
InstanceOf: Bundle
Usage: #example
Description: "The owner wanted is a coach of another organisation."
* insert Breaks(receiver-outside-team)
* insert Send(SentPatient, SentConsent, SentReferral, SentTask, SentFeedbackRequest)
* insert Numbered(D-2026-0110)
* entry[3].resource.owner = Reference(PractitionerRole/coach-1)
