Instance: TheaReferralUnavailable
InstanceOf: Bundle
Usage: #example
Description: "For the demo region: answered with 503 and Retry-After, as if the database were away. Nothing is stored."
* insert Send(SentPatient, SentConsent, SentReferral, SentTask, SentFeedbackRequest)
* insert Numbered(D-2026-0017)
* insert Plays(problem-unavailable)
