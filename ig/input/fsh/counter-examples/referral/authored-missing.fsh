Instance: UndatedFeedbackRequest
InstanceOf: CommunicationRequest
Usage: #inline
* basedOn.reference = "urn:uuid:5c1d0a3e-7b8f-4d5e-9a61-0b1e2f3a4c03"
* status = #active
* category = CommunicationRequestCategory#feedback-request "Request for feedback"
* priority = #routine
* subject.reference = "urn:uuid:5c1d0a3e-7b8f-4d5e-9a61-0b1e2f3a4c01"
* requester = Reference(PractitionerRole/gp-1)
* insert FeedbackTo(PractitionerRole/gp-1)
* insert FeedbackTo(Organization/practice-1)

Instance: AuthoredMissing
InstanceOf: Bundle
Usage: #example
Description: "The request for feedback does not say when it was written."
* insert Breaks(profile-violation)
* insert Send(SentPatient, SentConsent, SentReferral, SentTask, UndatedFeedbackRequest)
* insert Numbered(D-2026-0128)
