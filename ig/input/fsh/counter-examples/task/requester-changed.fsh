Instance: RequesterChanged
InstanceOf: Task
Usage: #example
Description: "The requester becomes somebody else."
* insert Breaks(element-immutable)
* insert SentFrom(requested, owner)
* insert TheaTaskIn(requested, delivered, "Delivered", "2026-03-02T10:15:04+01:00")
* requester = Reference(Organization/practice-1)
