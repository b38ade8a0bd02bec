Instance: UncategorisedReferral
InstanceOf: ServiceRequest
Usage: #inline
* insert TheaSafety
* insert PlainPlacer("D-2026-0001")
* status = #active
* intent = #order
* priority = #routine
* subject.reference = "urn:uuid:5c1d0a3e-7b8f-4d5e-9a61-0b1e2f3a4c01"
* authoredOn = "2026-03-02T10:15:00+01:00"
* requester = Reference(PractitionerRole/gp-1)
* supportingInfo.reference = "urn:uuid:5c1d0a3e-7b8f-4d5e-9a61-0b1e2f3a4c02"
* insert TheaReasons
* insert TheaQuestion

Instance: CategoryMissing
InstanceOf: Bundle
Usage: #example
Description: "The referral does not say that it is a social one."
* insert Breaks(profile-violation)
* insert Send(SentPatient, SentConsent, UncategorisedReferral, SentTask, SentFeedbackRequest)
* insert Numbered(D-2026-0127)
