Instance: AuthoredChanged
InstanceOf: Task
Usage: #example
Description: "The date of the referral changes."
* insert Breaks(element-immutable)
* insert SentFrom(requested, owner)
* insert TheaTaskIn(requested, delivered, "Delivered", "2026-03-02T10:15:04+01:00")
* authoredOn = "2026-03-01T10:15:00+01:00"
