Instance: NamelessPatient
InstanceOf: Patient
Usage: #inline
* insert TheaNumber
* insert TheaPerson
* insert TheaPhone

Instance: PatientNameless
InstanceOf: Bundle
Usage: #example
Description: "The person has no name."
* insert Breaks(profile-violation)
* insert Send(NamelessPatient, SentConsent, SentReferral, SentTask, SentFeedbackRequest)
* insert Numbered(D-2026-0121)
