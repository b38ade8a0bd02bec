Instance: TheaReferralRobotAsks
InstanceOf: Bundle
Usage: #example
Description: "For the demo region: a robot asks the GP a question, and completes the referral once it is answered."
* insert Send(SentPatient, SentConsent, SentReferral, SentTask, SentFeedbackRequest)
* insert Numbered(D-2026-0013)
* insert Plays(robot-ask)
