Instance: TheaRejected
InstanceOf: ReferralTask
Usage: #example
Description: "Otherwise: Sanne sends the referral back, with feedback"
* insert TheaTaskIn(rejected, closed, "Closed", "2026-03-02T16:00:00+01:00")
* insert Because(needs-care, "Needs health care")
* insert WithFeedback("Communication/TheaRejectionFeedback")
