Instance: SentPatientWithInterpreter
InstanceOf: ReferredPatient
Usage: #inline
* insert TheaNumber
* insert TheaName
* insert TheaPerson
* insert TheaPhone
* extension[preferredMoment].valueString = "Op dinsdag, als haar man werkt."
* extension[interpreterRequired].valueBoolean = true
* communication.language = urn:ietf:bcp:47#ar "Arabic"
* communication.preferred = true

Instance: TheaReferralCareful
InstanceOf: Bundle
Usage: #example
Description: "The same referral with all that the Wally must know before calling: not safe at home, at which moment, with an interpreter, discussed by phone already, and a sister who speaks for her and gave the consent."
* insert Send(SentPatientWithInterpreter, SentConsent, SentReferral, SentTask, SentFeedbackRequest)
* insert SendWith(SentRepresentative)
* insert Numbered(D-2026-0005)
* entry[1].resource.performer[0].reference = "urn:uuid:5c1d0a3e-7b8f-4d5e-9a61-0b1e2f3a4c08"
* entry[2].resource.extension[0].valueBoolean = true
* entry[2].resource.extension[1].valueBoolean = false
