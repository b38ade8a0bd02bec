Instance: TheaAddendum
InstanceOf: ReferralTask
Usage: #example
Description: "Afterwards: something came up"
* insert TheaTaskIn(completed, closed, "Closed", "2026-05-11T09:00:00+02:00")
* insert Ended("2026-04-13T10:00:00+02:00")
* insert WithFeedback("Communication/TheaInterimFeedbackSent")
* output[+].type = TaskOutput#onward-referral "Onward referral"
* output[=].valueString = "Schuldhulpverlening gemeente Deventer"
* insert WithFeedback("Communication/TheaFinalFeedback")
* insert WithOutcome(helped, "Helped")
* output[+].type = TaskOutput#addendum "Addendum"
* output[=].valueAnnotation.text = "Thea heeft een betalingsregeling."
* output[=].valueAnnotation.time = "2026-05-11T09:00:00+02:00"
