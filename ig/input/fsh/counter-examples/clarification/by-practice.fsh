Instance: ClarificationByPractice
InstanceOf: QuestionnaireResponse
Usage: #example
Description: "The practice clarifies the question: that is for the owner."
* insert Breaks(forbidden)
* insert SentFrom(in-progress, gp)
* insert TheaClarification(in-progress, "2026-03-04T15:30:00+01:00")
* insert TheaFourAnswers
