Instance: ProgressByGp
InstanceOf: Task
Usage: #example
Description: "The GP changes the progress."
* insert Breaks(forbidden)
* insert SentFrom(accepted, gp)
* insert TheaTaskIn(accepted, contact-attempted, "Contact attempted", "2026-03-02T11:05:00+01:00")
* insert Running
