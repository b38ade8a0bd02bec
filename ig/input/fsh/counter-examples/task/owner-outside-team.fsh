Instance: OwnerOutsideTeam
InstanceOf: Task
Usage: #example
Description: "Handed over to somebody outside the team."
* insert Breaks(owner-outside-team)
* insert SentFrom(accepted, owner)
* insert TheaTaskIn(accepted, handed-over, "Handed over", "2026-03-02T11:05:00+01:00")
* insert Running
* owner = Reference(PractitionerRole/coach-1)
