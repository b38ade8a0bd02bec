Instance: FeedbackRequestMissing
InstanceOf: Bundle
Usage: #example
Description: "Nobody asks for feedback."
* insert Breaks(feedback-request-missing)
* type = #transaction
* insert Entry(1, SentPatient, Patient)
* entry[=].request.ifNoneExist = "identifier=https://practice-1.example/patient|P-1001"
* insert Entry(2, SentConsent, Consent)
* insert Entry(3, SentReferral, ServiceRequest)
* insert Entry(4, SentTask, Task)
* insert Numbered(D-2026-0117)
