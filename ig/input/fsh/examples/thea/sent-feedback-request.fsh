Instance: SentFeedbackRequest
InstanceOf: FeedbackRequest
Usage: #inline
* insert TheaFeedbackRequest("urn:uuid:5c1d0a3e-7b8f-4d5e-9a61-0b1e2f3a4c01", "urn:uuid:5c1d0a3e-7b8f-4d5e-9a61-0b1e2f3a4c03")
* insert FeedbackTo(PractitionerRole/gp-1)
* insert FeedbackTo(Organization/practice-1)
