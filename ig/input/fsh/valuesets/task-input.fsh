ValueSet: TaskInputCodes
Id: waw-task-input
Title: "What goes into a referral later"
Description: "All codes of the code system of this name."
* ^experimental = false
* include codes from system TaskInput
