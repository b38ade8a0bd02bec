ValueSet: BusinessStatusCodes
Id: waw-business-status
Title: "Progress of a referral"
Description: "All codes of the code system of this name."
* ^experimental = false
* include codes from system BusinessStatus
