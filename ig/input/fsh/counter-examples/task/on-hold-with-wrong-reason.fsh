Instance: OnHoldWithWrongReason
InstanceOf: Task
Usage: #example
Description: "Put on hold with a reason that belongs to failing."
* insert Breaks(status-reason)
* insert SentFrom(accepted, owner)
* insert TheaTaskIn(on-hold, client-unavailable, "Person unavailable", "2026-03-02T11:05:00+01:00")
* insert Running
* insert ResumesOn("2026-03-23")
* insert Because(unreachable, "Unreachable")
