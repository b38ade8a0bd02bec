Instance: CancelledByOwner
InstanceOf: Task
Usage: #example
Description: "The Wally cancels instead of the GP."
* insert Breaks(forbidden)
* insert SentFrom(requested, owner)
* insert TheaTaskIn(cancelled, closed, "Closed", "2026-03-02T10:15:04+01:00")
* insert Because(withdrawn-by-gp, "Withdrawn by the GP")
