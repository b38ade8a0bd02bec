Instance: TheaReferralRobotHolds
InstanceOf: Bundle
Usage: #example
Description: "For the demo region: a robot puts the referral on hold, and resumes after a few seconds."
* insert Send(SentPatient, SentConsent, SentReferral, SentTask, SentFeedbackRequest)
* insert Numbered(D-2026-0014)
* insert Plays(robot-hold)
