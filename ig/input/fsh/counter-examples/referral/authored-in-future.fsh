Instance: AuthoredInFuture
InstanceOf: Bundle
Usage: #example
Description: "The referral was written in the year 2999."
* insert Breaks(time-in-future)
* insert Send(SentPatient, SentConsent, SentReferral, SentTask, SentFeedbackRequest)
* insert Numbered(D-2026-0114)
* entry[2].resource.authoredOn = "2999-03-02T10:15:00+01:00"
* entry[3].resource.authoredOn = "2999-03-02T10:15:00+01:00"
* entry[4].resource.authoredOn = "2999-03-02T10:15:00+01:00"
