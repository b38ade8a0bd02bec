ValueSet: CommunicationCategoryCodes
Id: waw-communication-category
Title: "Kind of communication"
Description: "All codes of the code system of this name."
* ^experimental = false
* include codes from system CommunicationCategory
