Instance: TheaAccepted
InstanceOf: ReferralTask
Usage: #example
Description: "Step 4: Sanne accepts"
* insert TheaTaskIn(accepted, contact-planned, "Contact planned", "2026-03-02T11:05:00+01:00")
* insert Running
