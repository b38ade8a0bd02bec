Instance: StopWithOutput
InstanceOf: Task
Usage: #example
Description: "A request to stop that has an outcome already: posted to /fhir/Task."
* insert Breaks(element-not-allowed)
* insert SentFrom(in-progress, gp)
* insert AskToStop(Task/TheaInProgress)
* output.type = TaskOutput#outcome "Outcome"
* output.valueCodeableConcept = Outcome#helped "Helped"
