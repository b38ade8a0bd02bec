CodeSystem: CommunicationRequestCategory
Id: waw-communication-request-category
Title: "Kind of communication request"
Description: "Tells the profiles of CommunicationRequest apart (CommunicationRequest.category)."
* ^experimental = false
* ^caseSensitive = true
* #feedback-request "Request for feedback"
* #feedback-request insert Dutch([["Vraag om terugkoppeling"]])
* #information-request "Question to the GP"
* #information-request insert Dutch([["Vraag aan de huisarts"]])
