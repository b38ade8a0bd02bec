Instance: ClarificationBeforeAccepting
InstanceOf: QuestionnaireResponse
Usage: #example
Description: "A clarification before the referral is accepted."
* insert Breaks(element-not-allowed)
* insert SentFrom(received, owner)
* insert TheaClarification(in-progress, "2026-03-04T15:30:00+01:00")
* insert TheaFourAnswers
