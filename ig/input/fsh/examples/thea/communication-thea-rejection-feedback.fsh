Instance: TheaRejectionFeedback
InstanceOf: Feedback
Usage: #example
Description: "Sanne to Dr. Van Dijk"
* insert OfPracticeOne
* partOf = Reference(Task/TheaAccepted)
* insert TheaFeedback(final-feedback, "Final feedback", "2026-03-02T16:00:00+01:00", [["Mevrouw vraagt om behandeling. Dat kan ik haar niet bieden. Wilt u haar zelf weer uitnodigen?"]])
