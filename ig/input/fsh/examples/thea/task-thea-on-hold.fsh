Instance: TheaOnHold
InstanceOf: ReferralTask
Usage: #example
Description: "Otherwise: Thea is on holiday"
* insert TheaTaskIn(on-hold, client-unavailable, "Person unavailable", "2026-03-10T09:00:00+01:00")
* insert ResumesOn("2026-03-23")
* insert Because(client-holiday, "Person on holiday")
* insert Running
