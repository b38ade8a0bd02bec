Instance: TheaFeedbackRequestCompleted
InstanceOf: FeedbackRequest
Usage: #example
Description: "The request for feedback on Thea, answered"
* insert OfPracticeOne
* insert TheaFeedbackRequest("Patient/Thea", "ServiceRequest/TheaServiceRequest")
* insert FeedbackTo(PractitionerRole/gp-1)
* insert FeedbackTo(Organization/practice-1)
* sender = Reference(PractitionerRole/wally-1)
* status = #completed
