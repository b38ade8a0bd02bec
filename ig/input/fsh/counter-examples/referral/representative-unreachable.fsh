Instance: UnreachableRepresentative
InstanceOf: RelatedPerson
Usage: #inline
* patient.reference = "urn:uuid:5c1d0a3e-7b8f-4d5e-9a61-0b1e2f3a4c01"
* insert TheaSisterPerson

Instance: RepresentativeUnreachable
InstanceOf: Bundle
Usage: #example
Description: "Nobody can reach the representative."
* insert Breaks(profile-violation)
* insert Send(SentPatient, SentConsent, SentReferral, SentTask, SentFeedbackRequest)
* insert SendWith(UnreachableRepresentative)
* insert Numbered(D-2026-0131)
