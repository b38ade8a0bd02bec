Instance: RoleOnlyFeedbackRequest
InstanceOf: CommunicationRequest
Usage: #inline
* insert TheaFeedbackRequest("urn:uuid:5c1d0a3e-7b8f-4d5e-9a61-0b1e2f3a4c01", "urn:uuid:5c1d0a3e-7b8f-4d5e-9a61-0b1e2f3a4c03")
* insert FeedbackTo(PractitionerRole/gp-1)

Instance: FeedbackWithoutPractice
InstanceOf: Bundle
Usage: #example
Description: "The feedback is to go to the referrer only, not to the practice."
* insert Breaks(feedback-request-missing)
* insert Send(SentPatient, SentConsent, SentReferral, SentTask, RoleOnlyFeedbackRequest)
* insert Numbered(D-2026-0130)
