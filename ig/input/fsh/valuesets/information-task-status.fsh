ValueSet: InformationTaskStatusCodes
Id: waw-information-task-status
Title: "Statuses of an information Task"
Description: "The statuses that a question to the GP can have."
* ^experimental = false
* http://hl7.org/fhir/task-status#requested
* http://hl7.org/fhir/task-status#completed
* http://hl7.org/fhir/task-status#cancelled
* http://hl7.org/fhir/task-status#entered-in-error
