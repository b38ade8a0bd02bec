ValueSet: CancellationTaskStatusCodes
Id: waw-cancellation-task-status
Title: "Statuses of a cancellation Task"
Description: "The statuses that a request to stop can have."
* ^experimental = false
* http://hl7.org/fhir/task-status#requested
* http://hl7.org/fhir/task-status#accepted
* http://hl7.org/fhir/task-status#rejected
* http://hl7.org/fhir/task-status#cancelled
* http://hl7.org/fhir/task-status#entered-in-error
