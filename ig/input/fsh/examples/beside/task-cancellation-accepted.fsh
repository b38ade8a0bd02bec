Instance: TheaCancellationTaskAccepted
InstanceOf: CancellationTask
Usage: #example
Description: "Sanne agrees to stop; she ends the referral with feedback next"
* insert OfPracticeOne
* partOf = Reference(Task/TheaInProgress)
* status = #accepted
* for = Reference(Patient/Thea)
* focus = Reference(Task/TheaInProgress)
* authoredOn = "2026-03-12T09:00:00+01:00"
* lastModified = "2026-03-12T15:00:00+01:00"
* requester = Reference(PractitionerRole/gp-1)
* owner = Reference(PractitionerRole/wally-1)
* note.text = "Ik schrijf nog een terugkoppeling."
