ValueSet: ReferralCategoryCodes
Id: waw-referral-category
Title: "Kind of referral"
Description: "All codes of the code system of this name."
* ^experimental = false
* include codes from system ReferralCategory
