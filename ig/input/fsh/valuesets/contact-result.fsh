ValueSet: ContactResultCodes
Id: waw-contact-result
Title: "Result of a contact attempt"
Description: "All codes of the code system of this name."
* ^experimental = false
* include codes from system ContactResult
