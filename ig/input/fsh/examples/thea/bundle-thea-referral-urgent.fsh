Instance: TheaReferralUrgent
InstanceOf: Bundle
Usage: #example
Description: "The same referral as urgent: sooner, in office hours, and feedback wanted before a date."
* insert Send(SentPatient, SentConsent, SentReferral, SentTask, SentFeedbackRequest)
* insert Numbered(D-2026-0002)
* entry[2].resource.priority = #urgent
* entry[3].resource.priority = #urgent
* entry[3].resource.restriction.period.end = "2026-04-13"
* entry[4].resource.priority = #urgent
