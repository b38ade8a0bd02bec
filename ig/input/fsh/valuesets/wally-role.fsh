ValueSet: WallyRoleCodes
Id: waw-wally-role
Title: "Roles on the social side"
Description: "Who may own a referral."
* ^experimental = false
* Role#wally "Wally (fixed social worker)"
* Role#wellbeing-coach "Wellbeing coach"
