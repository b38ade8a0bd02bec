Instance: TheaStoodIn
InstanceOf: ReferralTask
Usage: #example
Description: "Variant: Sanne is absent, Joris stands in and is the owner now"
* insert TheaTaskIn(accepted, handed-over, "Handed over", "2026-03-02T11:30:00+01:00")
* insert Running
* owner = Reference(PractitionerRole/wally-2)
