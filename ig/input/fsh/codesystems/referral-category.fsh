CodeSystem: ReferralCategory
Id: waw-referral-category
Title: "Kind of referral"
Description: "What a ServiceRequest asks for (ServiceRequest.category)."
* ^experimental = false
* ^caseSensitive = true
* #social "Social question"
* #social insert Dutch([["Sociale vraag"]])
