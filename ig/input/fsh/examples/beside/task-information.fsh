Instance: TheaInformationTask
InstanceOf: InformationTask
Usage: #example
Description: "The question of Sanne as a Task"
* insert OfPracticeOne
* partOf = Reference(Task/TheaAccepted)
* status = #requested
* for = Reference(Patient/Thea)
* focus = Reference(CommunicationRequest/TheaInformationRequest)
* authoredOn = "2026-03-03T10:00:00+01:00"
* lastModified = "2026-03-03T10:00:00+01:00"
* requester = Reference(PractitionerRole/wally-1)
* owner = Reference(PractitionerRole/gp-1)
