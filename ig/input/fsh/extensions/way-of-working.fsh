Extension: TeamWayOfWorking
Id: waw-way-of-working
Title: "Way of working"
Description: "How Wally and wellbeing coach share the work for this practice: A, B or C."
Context: CareTeam
* ^experimental = false
* . ^short = "Way of working"
* . ^alias = "werkwijze"
* value[x] only code
* value[x] 1..1
* value[x] from WayOfWorkingCodes (required)
