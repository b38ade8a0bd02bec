Instance: TheaReferralRobotRejects
InstanceOf: Bundle
Usage: #example
Description: "For the demo region: a robot rejects the referral, with a reason and feedback."
* insert Send(SentPatient, SentConsent, SentReferral, SentTask, SentFeedbackRequest)
* insert Numbered(D-2026-0012)
* insert Plays(robot-reject)
