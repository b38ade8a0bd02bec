Instance: MedicalReferral
InstanceOf: ServiceRequest
Usage: #inline
* insert TheaSafety
* insert PlainPlacer("D-2026-0001")
* insert TheaReferral("urn:uuid:5c1d0a3e-7b8f-4d5e-9a61-0b1e2f3a4c01", "urn:uuid:5c1d0a3e-7b8f-4d5e-9a61-0b1e2f3a4c02")
* insert TheaQuestion
* reasonCode = Icpc#K86

Instance: ReasonMedical
InstanceOf: Bundle
Usage: #example
Description: "The only reason is a medical one."
* insert Breaks(profile-violation)
* insert Send(SentPatient, SentConsent, MedicalReferral, SentTask, SentFeedbackRequest)
* insert Numbered(D-2026-0123)
