Instance: AcceptedByGp
InstanceOf: Task
Usage: #example
Description: "The GP accepts instead of the Wally."
* insert Breaks(forbidden)
* insert SentFrom(requested, gp)
* insert TheaTaskIn(accepted, contact-planned, "Contact planned", "2026-03-02T10:15:04+01:00")
