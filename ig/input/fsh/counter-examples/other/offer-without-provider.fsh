Instance: OfferWithoutProvider
InstanceOf: HealthcareService
Usage: #example
Description: "An offer of nobody: posted to /fhir/HealthcareService."
* insert Breaks(profile-violation)
* insert SentBy(coordinator)
* active = true
* name = "Koffieochtend"
* eligibility.comment = "Iedereen."
