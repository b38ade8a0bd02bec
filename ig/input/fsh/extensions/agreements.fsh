Extension: Agreements
Id: waw-agreements
Title: "Agreements"
Description: "What practice and Wally agreed (W-12): when and how feedback comes, and what to do in an emergency."
Context: CareTeam
* ^experimental = false
* . ^short = "Agreements of practice and Wally"
* . ^alias = "afspraken"
* extension contains feedback 1..1 and emergency 1..1
* extension[feedback] ^short = "When and how feedback comes"
* extension[feedback] ^alias = "terugkoppeling"
* extension[feedback].value[x] only string
* extension[feedback].value[x] 1..1
* extension[emergency] ^short = "What to do in an emergency"
* extension[emergency] ^alias = "bij spoed"
* extension[emergency].value[x] only string
* extension[emergency].value[x] 1..1
