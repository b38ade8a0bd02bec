ValueSet: GpRoleCodes
Id: waw-gp-role
Title: "Roles on the GP side"
Description: "Who may refer and read feedback."
* ^experimental = false
* Role#gp "General practitioner"
* Role#poh "Practice nurse"
