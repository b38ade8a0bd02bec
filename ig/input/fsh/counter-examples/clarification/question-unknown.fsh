Instance: ClarificationQuestionUnknown
InstanceOf: QuestionnaireResponse
Usage: #example
Description: "An answer to a question that the form does not have."
* insert Breaks(profile-violation)
* insert SentFrom(in-progress, owner)
* insert TheaClarification(in-progress, "2026-03-04T15:30:00+01:00")
* item.linkId = "medication"
* item.answer.valueString = "Oxazepam"
