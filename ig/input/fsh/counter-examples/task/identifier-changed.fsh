Instance: IdentifierChanged
InstanceOf: Task
Usage: #example
Description: "The referral number changes."
* insert Breaks(element-immutable)
* insert SentFrom(requested, owner)
* insert TheaTaskIn(requested, delivered, "Delivered", "2026-03-02T10:15:04+01:00")
* identifier[0].value = "WAW-1000000005"
