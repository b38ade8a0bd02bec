Instance: SeenByOtherPractice
InstanceOf: Task
Usage: #example
Description: "Another practice writes: for it the Task does not exist."
* insert Breaks(not-found)
* insert SentFrom(requested, gp-other)
* insert TheaTaskIn(received, seen, "Seen", "2026-03-02T10:15:04+01:00")
