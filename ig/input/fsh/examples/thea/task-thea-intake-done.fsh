Instance: TheaIntakeDone
InstanceOf: ReferralTask
Usage: #example
Description: "Step 7: Sanne has visited Thea"
* insert TheaTaskIn(in-progress, intake-done, "First meeting held", "2026-03-06T15:30:00+01:00")
* insert Running
