Instance: FailedWithoutFeedback
InstanceOf: Task
Usage: #example
Description: "Failed without feedback to the GP."
* insert Breaks(feedback-missing)
* insert SentFrom(accepted, owner)
* insert TheaTaskIn(failed, closed, "Closed", "2026-03-02T11:05:00+01:00")
* insert Running
* insert Because(unreachable, "Unreachable")
