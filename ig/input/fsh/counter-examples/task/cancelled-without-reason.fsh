Instance: CancelledWithoutReason
InstanceOf: Task
Usage: #example
Description: "Cancelled by the GP without a reason."
* insert Breaks(status-reason)
* insert SentFrom(requested, gp)
* insert TheaTaskIn(cancelled, closed, "Closed", "2026-03-02T10:15:04+01:00")
