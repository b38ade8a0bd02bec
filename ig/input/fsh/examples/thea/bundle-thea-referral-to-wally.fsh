Instance: TheaReferralToWally
InstanceOf: Bundle
Usage: #example
Description: "The same referral with the receiver named: Sanne, already spoken to by phone."
* insert Send(SentPatient, SentConsent, SentReferral, SentTask, SentFeedbackRequest)
* insert Numbered(D-2026-0003)
* entry[2].resource.extension[0].valueBoolean = true
* entry[2].resource.performer = Reference(PractitionerRole/wally-1)
* entry[3].resource.owner = Reference(PractitionerRole/wally-1)
