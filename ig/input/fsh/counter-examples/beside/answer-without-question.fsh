Instance: AnswerWithoutQuestion
InstanceOf: Communication
Usage: #example
Description: "An answer to the request for feedback, which is no question."
* insert Breaks(reference-unresolved)
* insert SentFrom(in-progress, gp)
* basedOn = Reference(CommunicationRequest/TheaFeedbackRequest)
* status = #completed
* category = CommunicationCategory#information-answer "Answer to a question"
* subject = Reference(Patient/Thea)
* sent = "2026-03-05T09:00:00+01:00"
* sender = Reference(PractitionerRole/gp-1)
* payload.contentString = "Na vieren."
