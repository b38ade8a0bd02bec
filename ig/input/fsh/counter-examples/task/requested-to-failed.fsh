Instance: RequestedToFailed
InstanceOf: Task
Usage: #example
Description: "Failed without ever having been accepted."
* insert Breaks(transition-not-allowed)
* insert SentFrom(requested, owner)
* insert TheaTaskIn(failed, closed, "Closed", "2026-03-02T10:15:04+01:00")
* insert Because(unreachable, "Unreachable")
* insert WithFeedback("Communication/TheaFinalFeedback")
