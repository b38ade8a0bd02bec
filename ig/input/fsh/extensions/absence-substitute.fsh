Extension: AbsenceSubstitute
Id: waw-absence-substitute
Title: "Substitute during this absence"
Description: "Who stands in during this absence, in the place of the team's fixed substitute: somebody who has a place in a team of the organisation and is there all that time. Without it the fixed substitute stands in (W-1)."
Context: PractitionerRole.notAvailable
* ^experimental = false
* . ^short = "Substitute during this absence"
* . ^alias = "vervanger"
* value[x] only Reference(WallyRole)
* value[x] 1..1
