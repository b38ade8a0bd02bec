Instance: RequestedToCompleted
InstanceOf: Task
Usage: #example
Description: "Completed without ever having been accepted."
* insert Breaks(transition-not-allowed)
* insert SentFrom(requested, owner)
* insert TheaTaskIn(completed, closed, "Closed", "2026-03-02T10:15:04+01:00")
* insert WithFeedback("Communication/TheaFinalFeedback")
* insert WithOutcome(helped, "Helped")
