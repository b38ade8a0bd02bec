Instance: SecondReferral
InstanceOf: ServiceRequest
Usage: #inline
* insert TheaSafety
* insert PlainPlacer("D-2026-0199")
* insert TheaReferral("urn:uuid:5c1d0a3e-7b8f-4d5e-9a61-0b1e2f3a4c01", "urn:uuid:5c1d0a3e-7b8f-4d5e-9a61-0b1e2f3a4c02")
* insert TheaReasons
* insert TheaQuestion

Instance: TwoReferrals
InstanceOf: Bundle
Usage: #example
Description: "There are two referrals in one Bundle."
* insert Breaks(bundle-incomplete)
* insert Send(SentPatient, SentConsent, SentReferral, SentTask, SentFeedbackRequest)
* insert Numbered(D-2026-0116)
* insert Entry(7, SecondReferral, ServiceRequest)
