Instance: FailedWithOtherUnexplained
InstanceOf: Task
Usage: #example
Description: "Failed for another reason that is not explained."
* insert Breaks(status-reason)
* insert SentFrom(accepted, owner)
* insert TheaTaskIn(failed, closed, "Closed", "2026-03-02T11:05:00+01:00")
* insert Running
* insert Because(other, [["Other, see text"]])
* insert WithFeedback("Communication/TheaFinalFeedback")
