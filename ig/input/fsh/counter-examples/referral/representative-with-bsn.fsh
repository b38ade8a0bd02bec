Instance: NumberedRepresentative
InstanceOf: Representative
Usage: #inline
* patient.reference = "urn:uuid:5c1d0a3e-7b8f-4d5e-9a61-0b1e2f3a4c01"
* identifier.system = "http://fhir.nl/fhir/NamingSystem/bsn"
* identifier.value = "999990020"
* insert TheaSisterPerson
* insert TheaSisterPhone

Instance: RepresentativeWithBsn
InstanceOf: Bundle
Usage: #example
Description: "The BSN of the representative is sent along."
* insert Breaks(bsn-refused)
* insert Send(SentPatient, SentConsent, SentReferral, SentTask, SentFeedbackRequest)
* insert SendWith(NumberedRepresentative)
* insert Numbered(D-2026-0133)
