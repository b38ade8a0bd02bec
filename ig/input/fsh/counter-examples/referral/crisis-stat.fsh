Instance: CrisisStat
InstanceOf: Bundle
Usage: #example
Description: "Priority stat."
* insert Breaks(crisis)
* insert Send(SentPatient, SentConsent, SentReferral, SentTask, SentFeedbackRequest)
* insert Numbered(D-2026-0104)
* entry[2].resource.priority = #stat
* entry[3].resource.priority = #stat
* entry[4].resource.priority = #stat
