Instance: TheaInterimFeedbackSent
InstanceOf: Feedback
Usage: #example
Description: "Sanne to Dr. Van Dijk"
* insert OfPracticeOne
* partOf = Reference(Task/TheaAccepted)
* insert TheaFeedback(interim-feedback, "Interim feedback", "2026-03-09T09:00:00+01:00", [["Ik heb mevrouw thuis gesproken. We brengen samen haar geldzaken in kaart; volgende week gaan we naar de schuldhulpverlening. U hoort half april van mij."]])
