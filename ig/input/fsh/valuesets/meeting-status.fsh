ValueSet: MeetingStatusCodes
Id: waw-meeting-status
Title: "Statuses of a quarterly meeting"
Description: "Planned (proposed, booked), held, called off, or nobody of one side came."
* ^experimental = false
* http://hl7.org/fhir/appointmentstatus#proposed
* http://hl7.org/fhir/appointmentstatus#booked
* http://hl7.org/fhir/appointmentstatus#fulfilled
* http://hl7.org/fhir/appointmentstatus#cancelled
* http://hl7.org/fhir/appointmentstatus#noshow
