Instance: FeedbackWithoutText
InstanceOf: Communication
Usage: #example
Description: "Feedback without text: posted to /fhir/Communication."
* insert Breaks(profile-violation)
* insert SentFrom(in-progress, owner)
* basedOn = Reference(CommunicationRequest/TheaFeedbackRequest)
* status = #completed
* category = CommunicationCategory#final-feedback "Final feedback"
* subject = Reference(Patient/Thea)
* sent = "2026-04-13T10:00:00+02:00"
* recipient[+] = Reference(PractitionerRole/gp-1)
* recipient[+] = Reference(Organization/practice-1)
* sender = Reference(PractitionerRole/wally-1)
