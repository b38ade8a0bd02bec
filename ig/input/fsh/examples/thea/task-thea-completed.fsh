Instance: TheaCompleted
InstanceOf: ReferralTask
Usage: #example
Description: "Step 10: completed, with final feedback and outcome"
* insert TheaTaskIn(completed, closed, "Closed", "2026-04-13T10:00:00+02:00")
* insert Ended("2026-04-13T10:00:00+02:00")
* insert WithFeedback("Communication/TheaInterimFeedbackSent")
* output[+].type = TaskOutput#onward-referral "Onward referral"
* output[=].valueString = "Schuldhulpverlening gemeente Deventer"
* insert WithFeedback("Communication/TheaFinalFeedback")
* insert WithOutcome(helped, "Helped")
