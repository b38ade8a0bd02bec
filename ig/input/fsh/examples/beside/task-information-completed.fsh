Instance: TheaInformationTaskCompleted
InstanceOf: InformationTask
Usage: #example
Description: "Dr. Van Dijk has answered"
* insert OfPracticeOne
* partOf = Reference(Task/TheaAccepted)
* status = #completed
* for = Reference(Patient/Thea)
* focus = Reference(CommunicationRequest/TheaInformationRequest)
* authoredOn = "2026-03-03T10:00:00+01:00"
* lastModified = "2026-03-03T13:00:00+01:00"
* requester = Reference(PractitionerRole/wally-1)
* owner = Reference(PractitionerRole/gp-1)
* output.type = TaskOutput#answer "Answer"
* output.valueReference = Reference(Communication/TheaInformationAnswer)
