Instance: TheaReferral
InstanceOf: Bundle
Usage: #example
Description: "Step 1, ready to post: Dr. Van Dijk refers Thea. Her person (created unless the practice sent her before), her consent, the referral, the Task and the request for feedback in one transaction."
* insert Send(SentPatient, SentConsent, SentReferral, SentTask, SentFeedbackRequest)
