Instance: TheaCancelled
InstanceOf: ReferralTask
Usage: #example
Description: "Otherwise: the GP cancels before the start"
* insert TheaTaskIn(cancelled, closed, "Closed", "2026-03-02T12:00:00+01:00")
* insert Because(withdrawn-by-gp, "Withdrawn by the GP")
