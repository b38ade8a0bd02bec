Extension: NobodyThere
Id: waw-nobody-there
Title: "Nobody there"
Description: "A time to come, or that is on, during which all who may receive the referrals of this practice are away; the coordinator is told before it begins. Written by the server (W-1)."
Context: CareTeam
* ^experimental = false
* . ^short = "Nobody there during"
* . ^alias = "niemand aanwezig"
* value[x] only Period
* value[x] 1..1
* valuePeriod.start 1..1
