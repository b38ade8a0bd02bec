ValueSet: CommunicationStatusCodes
Id: waw-communication-status
Title: "Statuses of a communication"
Description: "A communication is stored when it has taken place."
* ^experimental = false
* http://hl7.org/fhir/event-status#completed
* http://hl7.org/fhir/event-status#entered-in-error
