Instance: OnHoldWithoutDate
InstanceOf: Task
Usage: #example
Description: "Put on hold without the date of resuming."
* insert Breaks(resume-date-missing)
* insert SentFrom(accepted, owner)
* insert TheaTaskIn(on-hold, client-unavailable, "Person unavailable", "2026-03-02T11:05:00+01:00")
* insert Running
* insert Because(client-holiday, "Person on holiday")
