Instance: UnreachablePatient
InstanceOf: Patient
Usage: #inline
* insert TheaNumber
* insert TheaName
* insert TheaPerson

Instance: PatientUnreachable
InstanceOf: Bundle
Usage: #example
Description: "There is no way to reach the person."
* insert Breaks(profile-violation)
* insert Send(UnreachablePatient, SentConsent, SentReferral, SentTask, SentFeedbackRequest)
* insert Numbered(D-2026-0120)
