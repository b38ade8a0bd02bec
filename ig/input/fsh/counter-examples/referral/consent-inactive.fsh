Instance: ConsentInactive
InstanceOf: Bundle
Usage: #example
Description: "The consent has been withdrawn."
* insert Breaks(consent-missing)
* insert Send(SentPatient, SentConsent, SentReferral, SentTask, SentFeedbackRequest)
* insert Numbered(D-2026-0101)
* entry[1].resource.status = #inactive
