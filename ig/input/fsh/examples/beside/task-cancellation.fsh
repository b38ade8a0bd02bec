Instance: TheaCancellationTask
InstanceOf: CancellationTask
Usage: #example
Description: "Dr. Van Dijk asks to stop"
* insert OfPracticeOne
* partOf = Reference(Task/TheaInProgress)
* status = #requested
* for = Reference(Patient/Thea)
* focus = Reference(Task/TheaInProgress)
* authoredOn = "2026-03-12T09:00:00+01:00"
* lastModified = "2026-03-12T09:00:00+01:00"
* requester = Reference(PractitionerRole/gp-1)
* owner = Reference(PractitionerRole/wally-1)
