Instance: ReasonDiagnosis
InstanceOf: Bundle
Usage: #example
Description: "A diagnosis (P76, depression) rides along with a social reason."
* insert Breaks(profile-violation)
* insert Send(SentPatient, SentConsent, SentReferral, SentTask, SentFeedbackRequest)
* insert Numbered(D-2026-0122)
* entry[2].resource.reasonCode[0].coding[1] = Icpc#P76
