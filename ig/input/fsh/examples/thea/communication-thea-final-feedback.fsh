Instance: TheaFinalFeedback
InstanceOf: Feedback
Usage: #example
Description: "Sanne to Dr. Van Dijk"
* insert OfPracticeOne
* partOf = Reference(Task/TheaAccepted)
* insert TheaFeedback(final-feedback, "Final feedback", "2026-04-13T10:00:00+02:00", [["Mevrouw heeft sinds 17 maart schuldhulpverlening; de huur is weer op orde. Zij gaat met haar man naar een gesprek over hun relatie. Zij slaapt beter. U hoeft niets te doen."]])
