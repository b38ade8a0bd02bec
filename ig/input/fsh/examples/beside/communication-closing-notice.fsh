Instance: TheaClosingNotice
InstanceOf: ClosingNotice
Usage: #example
Description: "The server tells both sides that the referral was cancelled"
* insert OfPracticeOne
* insert ClosedReferral(TheaCancelled)
* status = #completed
* subject = Reference(Patient/Thea)
* sent = "2026-03-02T12:00:00+01:00"
* recipient[+] = Reference(Organization/practice-1)
* recipient[+] = Reference(PractitionerRole/wally-1)
* reasonCode = StatusReason#withdrawn-by-gp "Withdrawn by the GP"
* payload.contentString = "De verwijzing is beëindigd."
