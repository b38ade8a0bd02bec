Instance: CompletedWithoutFeedback
InstanceOf: Task
Usage: #example
Description: "Completed without feedback to the GP."
* insert Breaks(feedback-missing)
* insert SentFrom(in-progress, owner)
* insert TheaTaskIn(completed, closed, "Closed", "2026-03-04T16:25:00+01:00")
* insert Running
* insert WithOutcome(helped, "Helped")
