Instance: TaskMissing
InstanceOf: Bundle
Usage: #example
Description: "There is no Task."
* insert Breaks(bundle-incomplete)
* type = #transaction
* insert Entry(1, SentPatient, Patient)
* entry[=].request.ifNoneExist = "identifier=https://practice-1.example/patient|P-1001"
* insert Entry(2, SentConsent, Consent)
* insert Entry(3, SentReferral, ServiceRequest)
* insert Entry(5, SentFeedbackRequest, CommunicationRequest)
* insert Numbered(D-2026-0118)
