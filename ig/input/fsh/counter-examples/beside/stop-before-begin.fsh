Instance: StopBeforeBegin
InstanceOf: Task
Usage: #example
Description: "The GP asks to stop what nobody has begun with: posted to /fhir/Task."
* insert Breaks(transition-not-allowed)
* insert SentFrom(accepted, gp)
* insert AskToStop(Task/TheaAccepted)
