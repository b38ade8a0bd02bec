Extension: TeamGap
Id: waw-gap
Title: "Gap since"
Description: "Since when the team is without a current contact or without a current substitute; the coordinator is told. Written by the server (W-1)."
Context: CareTeam
* ^experimental = false
* . ^short = "Gap since"
* . ^alias = "onvolledig sinds"
* value[x] only dateTime
* value[x] 1..1
