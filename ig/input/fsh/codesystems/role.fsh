CodeSystem: Role
Id: waw-role
Title: "Role of a person"
Description: "What a person does for an organisation (PractitionerRole.code)."
* ^experimental = false
* ^caseSensitive = true
* #wally "Wally (fixed social worker)"
* #wally insert Dutch([["Wally"]])
* #wellbeing-coach "Wellbeing coach"
* #wellbeing-coach insert Dutch([["Welzijnscoach"]])
* #gp "General practitioner"
* #gp insert Dutch([["Huisarts"]])
* #poh "Practice nurse"
* #poh insert Dutch([["Praktijkondersteuner (POH)"]])
