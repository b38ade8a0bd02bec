Instance: CrisisAsap
InstanceOf: Bundle
Usage: #example
Description: "Priority asap."
* insert Breaks(crisis)
* insert Send(SentPatient, SentConsent, SentReferral, SentTask, SentFeedbackRequest)
* insert Numbered(D-2026-0103)
* entry[2].resource.priority = #asap
* entry[3].resource.priority = #asap
* entry[4].resource.priority = #asap
