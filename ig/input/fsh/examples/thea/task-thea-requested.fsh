Instance: TheaRequested
InstanceOf: ReferralTask
Usage: #example
Description: "Step 2: taken in, owned by Sanne, with a first-contact date"
* insert TheaTaskIn(requested, delivered, "Delivered", "2026-03-02T10:15:04+01:00")
