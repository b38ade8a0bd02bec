Instance: OnHoldWithoutReason
InstanceOf: Task
Usage: #example
Description: "Put on hold without a reason."
* insert Breaks(status-reason)
* insert SentFrom(accepted, owner)
* insert TheaTaskIn(on-hold, client-unavailable, "Person unavailable", "2026-03-02T11:05:00+01:00")
* insert Running
* insert ResumesOn("2026-03-23")
