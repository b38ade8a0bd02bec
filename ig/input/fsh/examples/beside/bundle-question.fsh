Instance: SentQuestion
InstanceOf: InformationRequest
Usage: #inline
* basedOn = Reference(ServiceRequest/TheaServiceRequest)
* status = #active
* subject = Reference(Patient/Thea)
* authoredOn = "2026-03-03T10:00:00+01:00"
* requester = Reference(PractitionerRole/wally-1)
* recipient = Reference(PractitionerRole/gp-1)
* payload.contentString = "Op welk nummer is mevrouw overdag bereikbaar?"

Instance: SentInformationTask
InstanceOf: InformationTask
Usage: #inline
* partOf = Reference(Task/TheaAccepted)
* status = #requested
* for = Reference(Patient/Thea)
* focus.reference = "urn:uuid:5c1d0a3e-7b8f-4d5e-9a61-0b1e2f3a4c08"
* authoredOn = "2026-03-03T10:00:00+01:00"
* requester = Reference(PractitionerRole/wally-1)
* owner = Reference(PractitionerRole/gp-1)

Instance: TheaAsks
InstanceOf: Bundle
Usage: #example
Description: "Sanne asks Dr. Van Dijk: the question and its Task in one transaction"
* type = #transaction
* insert Entry(8, SentQuestion, CommunicationRequest)
* insert Entry(9, SentInformationTask, Task)
