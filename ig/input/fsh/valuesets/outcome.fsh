ValueSet: OutcomeCodes
Id: waw-outcome
Title: "Outcome of a referral"
Description: "All codes of the code system of this name."
* ^experimental = false
* include codes from system Outcome
