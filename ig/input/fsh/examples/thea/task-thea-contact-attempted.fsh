Instance: TheaContactAttempted
InstanceOf: ReferralTask
Usage: #example
Description: "Step 5: Sanne called and did not get through"
* insert TheaTaskIn(accepted, contact-attempted, "Contact attempted", "2026-03-03T09:31:00+01:00")
* insert Running
