Instance: RejectedWithoutReason
InstanceOf: Task
Usage: #example
Description: "Sent back without a reason."
* insert Breaks(status-reason)
* insert SentFrom(received, owner)
* insert TheaTaskIn(rejected, closed, "Closed", "2026-03-02T10:40:00+01:00")
* insert WithFeedback("Communication/TheaFinalFeedback")
