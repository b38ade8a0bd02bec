ValueSet: ReferralTaskStatusCodes
Id: waw-referral-task-status
Title: "Statuses of a referral Task"
Description: "The statuses that a referral Task can have: no draft, no ready."
* ^experimental = false
* http://hl7.org/fhir/task-status#requested
* http://hl7.org/fhir/task-status#received
* http://hl7.org/fhir/task-status#accepted
* http://hl7.org/fhir/task-status#in-progress
* http://hl7.org/fhir/task-status#rejected
* http://hl7.org/fhir/task-status#on-hold
* http://hl7.org/fhir/task-status#failed
* http://hl7.org/fhir/task-status#cancelled
* http://hl7.org/fhir/task-status#completed
* http://hl7.org/fhir/task-status#entered-in-error
