Instance: ReasonlessReferral
InstanceOf: ServiceRequest
Usage: #inline
* insert TheaSafety
* insert PlainPlacer("D-2026-0001")
* insert TheaReferral("urn:uuid:5c1d0a3e-7b8f-4d5e-9a61-0b1e2f3a4c01", "urn:uuid:5c1d0a3e-7b8f-4d5e-9a61-0b1e2f3a4c02")
* insert TheaQuestion

Instance: ReasonMissing
InstanceOf: Bundle
Usage: #example
Description: "There is no reason."
* insert Breaks(profile-violation)
* insert Send(SentPatient, SentConsent, ReasonlessReferral, SentTask, SentFeedbackRequest)
* insert Numbered(D-2026-0124)
