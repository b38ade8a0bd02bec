Instance: TheaUnreachableFeedback
InstanceOf: Feedback
Usage: #example
Description: "Sanne to Dr. Van Dijk"
* insert OfPracticeOne
* partOf = Reference(Task/TheaAccepted)
* insert TheaFeedback(final-feedback, "Final feedback", "2026-03-20T17:00:00+01:00", [["Ik heb mevrouw vier keer gebeld en een kaart gebracht, zonder gehoor. Wilt u haar bij een volgend bezoek vragen of zij nog contact wil?"]])
