Extension: HandOver
Id: waw-hand-over
Title: "Hand over"
Description: "Whether it was agreed with this absence that the system hands the open referrals to the stand-in when it starts, and back when it ends. Without it an absence moves nothing."
Context: PractitionerRole.notAvailable
* ^experimental = false
* . ^short = "Hand open referrals over, and back at the end"
* . ^alias = "overdragen"
* value[x] only boolean
* value[x] 1..1
