ValueSet: ReferralStatusCodes
Id: waw-referral-status
Title: "Statuses of a referral"
Description: "The statuses that a ServiceRequest can have."
* ^experimental = false
* http://hl7.org/fhir/request-status#active
* http://hl7.org/fhir/request-status#completed
* http://hl7.org/fhir/request-status#revoked
* http://hl7.org/fhir/request-status#entered-in-error
