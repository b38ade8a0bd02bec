ValueSet: TaskCodeCodes
Id: waw-task-code
Title: "What a Task beside the referral asks"
Description: "All codes of the code system of this name."
* ^experimental = false
* include codes from system TaskCode
