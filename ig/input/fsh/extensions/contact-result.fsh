Extension: ContactAttemptResult
Id: waw-contact-result
Title: "Result of the contact attempt"
Description: "How the attempt to reach the person ended."
Context: Communication
* ^experimental = false
* . ^short = "Result of the contact attempt"
* . ^alias = "resultaat van de contactpoging"
* value[x] only CodeableConcept
* value[x] 1..1
* value[x] from ContactResultCodes (required)
