Instance: CreatedAccepted
InstanceOf: Bundle
Usage: #example
Description: "The Task is created as accepted already."
* insert Breaks(transition-not-allowed)
* insert Send(SentPatient, SentConsent, SentReferral, SentTask, SentFeedbackRequest)
* insert Numbered(D-2026-0115)
* entry[3].resource.status = #accepted
