CodeSystem: TeamRole
Id: waw-team-role
Title: "Role in the team of a practice"
Description: "What a member does in the team of a practice (CareTeam.participant.role)."
* ^experimental = false
* ^caseSensitive = true
* #contact "Fixed contact"
* #contact insert Dutch([["Vast contact"]])
* #substitute "Fixed substitute"
* #substitute insert Dutch([["Vaste vervanger"]])
* #coach "Wellbeing coach"
* #coach insert Dutch([["Welzijnscoach"]])
* #coordination "Coordinating organisation"
* #coordination insert Dutch([["Coördinerende organisatie"]])
