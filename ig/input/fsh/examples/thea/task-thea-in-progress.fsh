Instance: TheaInProgress
InstanceOf: ReferralTask
Usage: #example
Description: "Step 6: the second call succeeded; a visit is planned"
* insert TheaTaskIn(in-progress, intake-planned, "First meeting planned", "2026-03-04T16:25:00+01:00")
* insert Running
