Instance: AcceptedWithWrongProgress
InstanceOf: Task
Usage: #example
Description: "Accepted, and support is running already."
* insert Breaks(business-status)
* insert SentFrom(received, owner)
* insert TheaTaskIn(accepted, support-running, "Support running", "2026-03-02T10:40:00+01:00")
