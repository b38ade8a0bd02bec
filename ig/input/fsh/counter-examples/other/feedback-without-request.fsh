Instance: FeedbackWithoutRequest
InstanceOf: Communication
Usage: #example
Description: "Feedback that does not say which request it answers."
* insert Breaks(profile-violation)
* insert SentFrom(in-progress, owner)
* status = #completed
* category = CommunicationCategory#final-feedback "Final feedback"
* subject = Reference(Patient/Thea)
* sent = "2026-04-13T10:00:00+02:00"
* recipient[+] = Reference(PractitionerRole/gp-1)
* recipient[+] = Reference(Organization/practice-1)
* sender = Reference(PractitionerRole/wally-1)
* payload.contentString = "U hoeft niets te doen."
