Instance: ClarificationStateUnknown
InstanceOf: QuestionnaireResponse
Usage: #example
Description: "An answer that is none of those the form offers."
* insert Breaks(profile-violation)
* insert SentFrom(in-progress, owner)
* insert TheaClarification(in-progress, "2026-03-04T15:30:00+01:00")
* item.linkId = "areas"
* item.item.linkId = "areas.finances"
* item.item.item.linkId = "areas.finances.state"
* item.item.item.answer.valueCoding = LifeArea#finances
