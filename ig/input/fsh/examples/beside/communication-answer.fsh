Instance: TheaInformationAnswer
InstanceOf: InformationAnswer
Usage: #example
Description: "The answer of Dr. Van Dijk"
* insert OfPracticeOne
* partOf = Reference(Task/TheaAccepted)
* basedOn = Reference(CommunicationRequest/TheaInformationRequest)
* status = #completed
* subject = Reference(Patient/Thea)
* sent = "2026-03-03T13:00:00+01:00"
* recipient = Reference(PractitionerRole/wally-1)
* sender = Reference(PractitionerRole/gp-1)
* payload.contentString = "06-00001002, na vieren."
