Instance: ClarificationMarkTooHigh
InstanceOf: QuestionnaireResponse
Usage: #example
Description: "An eleven on a scale of ten."
* insert Breaks(profile-violation)
* insert SentFrom(in-progress, owner)
* insert TheaClarification(in-progress, "2026-03-04T15:30:00+01:00")
* item.linkId = "health"
* insert TheaMark(body, 11)
