Instance: TheaInformationRequest
InstanceOf: InformationRequest
Usage: #example
Description: "Sanne asks Dr. Van Dijk"
* insert OfPracticeOne
* basedOn = Reference(ServiceRequest/TheaServiceRequest)
* status = #active
* subject = Reference(Patient/Thea)
* authoredOn = "2026-03-03T10:00:00+01:00"
* occurrenceDateTime = "2026-03-06T17:00:00+01:00"
* requester = Reference(PractitionerRole/wally-1)
* recipient = Reference(PractitionerRole/gp-1)
* sender = Reference(PractitionerRole/gp-1)
* payload.contentString = "Op welk nummer is mevrouw overdag bereikbaar?"
