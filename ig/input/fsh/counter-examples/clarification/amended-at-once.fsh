Instance: ClarificationAmendedAtOnce
InstanceOf: QuestionnaireResponse
Usage: #example
Description: "Amended, but never completed."
* insert Breaks(transition-not-allowed)
* insert SentFrom(in-progress, owner)
* insert TheaClarification(amended, "2026-03-04T15:30:00+01:00")
* insert TheaFourAnswers
