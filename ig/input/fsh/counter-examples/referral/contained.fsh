Instance: HiddenBasic
InstanceOf: Basic
Usage: #inline
* id = "hidden"
* code.text = "hidden"

Instance: ContainingReferral
InstanceOf: ServiceRequest
Usage: #inline
* contained = HiddenBasic
* insert TheaSafety
* insert PlainPlacer("D-2026-0001")
* insert TheaReferral("urn:uuid:5c1d0a3e-7b8f-4d5e-9a61-0b1e2f3a4c01", "urn:uuid:5c1d0a3e-7b8f-4d5e-9a61-0b1e2f3a4c02")
* insert TheaReasons
* insert TheaQuestion

Instance: ContainedResource
InstanceOf: Bundle
Usage: #example
Description: "A resource hides inside another."
* insert Breaks(profile-violation)
* insert Send(SentPatient, SentConsent, ContainingReferral, SentTask, SentFeedbackRequest)
* insert Numbered(D-2026-0131)
