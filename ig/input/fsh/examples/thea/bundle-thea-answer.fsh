Instance: SentFinalFeedback
InstanceOf: Feedback
Usage: #inline
* insert TheaFeedback(final-feedback, "Final feedback", "2026-04-13T10:00:00+02:00", [["Mevrouw heeft sinds 17 maart schuldhulpverlening; de huur is weer op orde. Zij gaat met haar man naar een gesprek over hun relatie. Zij slaapt beter. U hoeft niets te doen."]])

Instance: SentCompletion
InstanceOf: ReferralTask
Usage: #inline
* id = "TheaInterimFeedback"
* insert TheaTaskIn(completed, closed, "Closed", "2026-03-09T09:00:00+01:00")
* insert Running
* insert WithFeedback("Communication/TheaInterimFeedbackSent")
* insert WithFeedback("urn:uuid:5c1d0a3e-7b8f-4d5e-9a61-0b1e2f3a4c06")
* insert WithOutcome(helped, "Helped")


Instance: TheaAnswer
InstanceOf: Bundle
Usage: #example
Description: "Step 10 in one go: Sanne writes the final feedback and completes the Task with it. The Task is the one of step 8, at version 7."
* type = #transaction
* insert Entry(6, SentFinalFeedback, Communication)
* entry[+].fullUrl = "urn:uuid:5c1d0a3e-7b8f-4d5e-9a61-0b1e2f3a4c07"
* entry[=].resource = SentCompletion
* entry[=].request.method = #PUT
* entry[=].request.url = "Task/TheaInterimFeedback"
* entry[=].request.ifMatch = "W/\"7\""
