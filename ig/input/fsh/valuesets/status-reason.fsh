ValueSet: StatusReasonCodes
Id: waw-status-reason
Title: "Reason for the status of a referral"
Description: "All codes of the code system of this name."
* ^experimental = false
* include codes from system StatusReason
