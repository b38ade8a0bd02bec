Instance: ReferralAlone
InstanceOf: ServiceRequest
Usage: #example
Description: "A referral without its Bundle: posted to /fhir/ServiceRequest."
* insert Breaks(bundle-required)
* insert PlainPlacer("D-2026-0301")
* insert TheaReferral("Patient/Thea", "Consent/TheaConsent")
* insert TheaReasons
* insert TheaQuestion
