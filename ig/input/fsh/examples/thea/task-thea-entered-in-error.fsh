Instance: TheaEnteredInError
InstanceOf: ReferralTask
Usage: #example
Description: "Otherwise: the referral was about somebody else"
* insert TheaTaskIn(entered-in-error, closed, "Closed", "2026-03-02T12:00:00+01:00")
* insert Because(wrong-person, "Wrong person")
