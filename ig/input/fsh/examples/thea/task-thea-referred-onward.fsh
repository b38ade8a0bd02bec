Instance: TheaReferredOnward
InstanceOf: ReferralTask
Usage: #example
Description: "Step 9: together to the debt desk"
* insert TheaTaskIn(in-progress, referred-onward, "Referred onward", "2026-03-17T14:00:00+01:00")
* insert Running
* insert WithFeedback("Communication/TheaInterimFeedbackSent")
* output[+].type = TaskOutput#onward-referral "Onward referral"
* output[=].valueString = "Schuldhulpverlening gemeente Deventer"
