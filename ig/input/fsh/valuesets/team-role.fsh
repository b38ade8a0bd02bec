ValueSet: TeamRoleCodes
Id: waw-team-role
Title: "Role in the team of a practice"
Description: "All codes of the code system of this name."
* ^experimental = false
* include codes from system TeamRole
