Instance: CompletedToInProgress
InstanceOf: Task
Usage: #example
Description: "Taken up again after the end."
* insert Breaks(transition-not-allowed)
* insert SentFrom(completed, owner)
* insert TheaTaskIn(in-progress, support-running, "Support running", "2026-04-13T10:00:00+02:00")
* insert Ended("2026-04-13T10:00:00+02:00")
* insert WithFeedback("Communication/TheaInterimFeedbackSent")
* output[+].type = TaskOutput#onward-referral "Onward referral"
* output[=].valueString = "Schuldhulpverlening gemeente Deventer"
* insert WithFeedback("Communication/TheaFinalFeedback")
* insert WithOutcome(helped, "Helped")
