Instance: TheaMessage
InstanceOf: Message
Usage: #example
Description: "Dr. Van Dijk tells Sanne of a new phone number"
* insert OfPracticeOne
* partOf = Reference(Task/TheaAccepted)
* status = #completed
* subject = Reference(Patient/Thea)
* sent = "2026-03-05T09:00:00+01:00"
* recipient = Reference(PractitionerRole/wally-1)
* sender = Reference(PractitionerRole/gp-1)
* payload.contentString = "Mevrouw heeft een nieuw nummer: 06-00001003."
