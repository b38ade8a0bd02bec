Instance: SomebodyElsesRepresentative
InstanceOf: Representative
Usage: #inline
* patient.display = "Iemand anders"
* insert TheaSisterPerson
* insert TheaSisterPhone

Instance: RepresentativeOfSomebodyElse
InstanceOf: Bundle
Usage: #example
Description: "The representative speaks for somebody who is not the person of this referral."
* insert Breaks(bundle-incomplete)
* insert Send(SentPatient, SentConsent, SentReferral, SentTask, SentFeedbackRequest)
* insert SendWith(SomebodyElsesRepresentative)
* insert Numbered(D-2026-0132)
