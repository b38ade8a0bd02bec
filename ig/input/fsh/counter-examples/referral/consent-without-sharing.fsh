Instance: FeedbackOnlyConsent
InstanceOf: Consent
Usage: #inline
* status = #active
* insert TheaConsent("urn:uuid:5c1d0a3e-7b8f-4d5e-9a61-0b1e2f3a4c01")
* insert UnderGdpr
* insert Permits(feedback-to-gp, "Feedback of content to the GP")

Instance: ConsentWithoutSharing
InstanceOf: Bundle
Usage: #example
Description: "The person agreed to feedback only, not to sharing."
* insert Breaks(consent-missing)
* insert Send(SentPatient, FeedbackOnlyConsent, SentReferral, SentTask, SentFeedbackRequest)
* insert Numbered(D-2026-0102)
