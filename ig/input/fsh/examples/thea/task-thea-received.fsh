Instance: TheaReceived
InstanceOf: ReferralTask
Usage: #example
Description: "Step 3: Sanne has opened the referral"
* insert TheaTaskIn(received, seen, "Seen", "2026-03-02T10:40:00+01:00")
