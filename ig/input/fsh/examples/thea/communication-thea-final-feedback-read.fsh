Instance: TheaFinalFeedbackRead
InstanceOf: Feedback
Usage: #example
Description: "Step 11: fetched by the HIS, and read by Dr. Van Dijk"
* insert OfPracticeOne
* partOf = Reference(Task/TheaAccepted)
* insert TheaFeedback(final-feedback, "Final feedback", "2026-04-13T10:00:00+02:00", [["Mevrouw heeft sinds 17 maart schuldhulpverlening; de huur is weer op orde. Zij gaat met haar man naar een gesprek over hun relatie. Zij slaapt beter. U hoeft niets te doen."]])
* received = "2026-04-13T10:02:00+02:00"
* extension[+].url = "http://waariswally.nl/fhir/StructureDefinition/waw-read"
* extension[=].extension[0].url = "by"
* extension[=].extension[0].valueReference = Reference(PractitionerRole/gp-1)
* extension[=].extension[1].url = "at"
* extension[=].extension[1].valueDateTime = "2026-04-13T12:40:00+02:00"
