Instance: CancelledWithoutRequest
InstanceOf: Task
Usage: #example
Description: "Cancelled in progress though nobody asked for it."
* insert Breaks(cancellation-not-accepted)
* insert SentFrom(in-progress, owner)
* insert TheaTaskIn(cancelled, closed, "Closed", "2026-03-04T16:25:00+01:00")
* insert Running
* insert Because(withdrawn-by-gp, "Withdrawn by the GP")
* insert WithFeedback("Communication/TheaFinalFeedback")
