Instance: TheaReferralRobotAccepts
InstanceOf: Bundle
Usage: #example
Description: "For the demo region: a robot opens the referral and accepts it."
* insert Send(SentPatient, SentConsent, SentReferral, SentTask, SentFeedbackRequest)
* insert Numbered(D-2026-0011)
* insert Plays(robot-accept)
