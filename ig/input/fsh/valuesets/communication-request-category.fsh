ValueSet: CommunicationRequestCategoryCodes
Id: waw-communication-request-category
Title: "Kind of communication request"
Description: "All codes of the code system of this name."
* ^experimental = false
* include codes from system CommunicationRequestCategory
