Instance: TheaReferralRobotUnreachable
InstanceOf: Bundle
Usage: #example
Description: "For the demo region: a robot cannot reach the person, and ends the referral with feedback."
* insert Send(SentPatient, SentConsent, SentReferral, SentTask, SentFeedbackRequest)
* insert Numbered(D-2026-0015)
* insert Plays(robot-unreachable)
