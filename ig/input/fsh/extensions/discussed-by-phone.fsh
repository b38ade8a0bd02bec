Extension: DiscussedByPhone
Id: waw-discussed-by-phone
Title: "Discussed by phone"
Description: "The GP side has already talked this referral over with the Wally: the warm part."
Context: ServiceRequest
* ^experimental = false
* . ^short = "Discussed by phone"
* . ^alias = "telefonisch overlegd"
* value[x] only boolean
* value[x] 1..1
