Instance: TheaFailed
InstanceOf: ReferralTask
Usage: #example
Description: "Otherwise: Thea could not be reached"
* insert TheaTaskIn(failed, closed, "Closed", "2026-03-20T17:00:00+01:00")
* insert Because(unreachable, "Unreachable")
* insert Ended("2026-03-20T17:00:00+01:00")
* insert WithFeedback("Communication/TheaUnreachableFeedback")
