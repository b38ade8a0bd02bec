Instance: TheaConsentNotice
InstanceOf: ClosingNotice
Usage: #example
Description: "Thea has withdrawn her consent: this is all that Sanne still sees, and she knows by the number which referral it was"
* insert OfPracticeOne
* insert ClosedReferral(TheaConsentGone)
* status = #completed
* subject = Reference(Patient/Thea)
* sent = "2026-03-02T12:00:00+01:00"
* recipient[+] = Reference(Organization/practice-1)
* recipient[+] = Reference(PractitionerRole/wally-1)
* reasonCode = StatusReason#consent-withdrawn "Consent withdrawn"
* payload.contentString = "De verwijzing is beëindigd."
