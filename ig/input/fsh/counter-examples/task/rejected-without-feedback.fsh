Instance: RejectedWithoutFeedback
InstanceOf: Task
Usage: #example
Description: "Sent back without feedback to the GP."
* insert Breaks(feedback-missing)
* insert SentFrom(received, owner)
* insert TheaTaskIn(rejected, closed, "Closed", "2026-03-02T10:40:00+01:00")
* insert Because(needs-care, "Needs health care")
