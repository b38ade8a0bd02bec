Instance: IntentPlan
InstanceOf: Bundle
Usage: #example
Description: "The intent is a plan, not an order."
* insert Breaks(profile-violation)
* insert Send(SentPatient, SentConsent, SentReferral, SentTask, SentFeedbackRequest)
* insert Numbered(D-2026-0126)
* entry[2].resource.intent = #plan
