Instance: TheaReferralRobotCompletes
InstanceOf: Bundle
Usage: #example
Description: "For the demo region: a robot does all that a Wally does, up to final feedback and an outcome."
* insert Send(SentPatient, SentConsent, SentReferral, SentTask, SentFeedbackRequest)
* insert Numbered(D-2026-0016)
* insert Plays(robot-complete)
