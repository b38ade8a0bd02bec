ValueSet: TaskOutputCodes
Id: waw-task-output
Title: "What comes out of a referral"
Description: "All codes of the code system of this name."
* ^experimental = false
* include codes from system TaskOutput
