Instance: TheaInterimFeedback
InstanceOf: ReferralTask
Usage: #example
Description: "Step 8: the GP has had interim feedback"
* insert TheaTaskIn(in-progress, interim-feedback-sent, "Interim feedback sent", "2026-03-09T09:00:00+01:00")
* insert Running
* insert WithFeedback("Communication/TheaInterimFeedbackSent")
