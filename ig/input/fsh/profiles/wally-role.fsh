Profile: WallyRole
Parent: PractitionerRole
Id: waw-wally-role
Title: "Role on the social side"
Description: "A Wally or wellbeing coach in a social organisation, with working hours, absence and how to reach (W-8, W-12)."
* insert RoleOf
* code from WallyRoleCodes (required)
* insert Say(code, "wally | wellbeing-coach", "functie")
* telecom 1..*
* notAvailable.extension contains AbsenceSubstitute named substitute 0..1 MS
* insert Say(notAvailable.extension[substitute], "Who stands in; none: the fixed substitute", "vervanger")
