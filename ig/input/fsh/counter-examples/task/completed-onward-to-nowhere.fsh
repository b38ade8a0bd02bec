Instance: CompletedOnwardToNowhere
InstanceOf: Task
Usage: #example
Description: "Completed with outcome referred-onward, and nobody knows where to (W-5)."
* insert Breaks(outcome-missing)
* insert SentFrom(in-progress, owner)
* insert TheaTaskIn(completed, closed, "Closed", "2026-03-04T16:25:00+01:00")
* insert Running
* insert WithFeedback("Communication/TheaFinalFeedback")
* insert WithOutcome(referred-onward, "Referred onward")
