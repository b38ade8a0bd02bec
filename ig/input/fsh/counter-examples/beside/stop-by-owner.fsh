Instance: StopByOwner
InstanceOf: Task
Usage: #example
Description: "The Wally asks to stop: posted to /fhir/Task."
* insert Breaks(forbidden)
* insert SentFrom(in-progress, owner)
* insert AskToStop(Task/TheaInProgress)
