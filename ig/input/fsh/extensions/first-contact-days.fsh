Extension: FirstContactDays
Id: waw-first-contact-days
Title: "Days to the first contact"
Description: "Within how many working days this practice and its Wally agreed that the person is called."
Context: CareTeam
* ^experimental = false
* . ^short = "Working days to the first contact"
* . ^alias = "werkdagen tot eerste contact"
* extension contains routine 0..1 and urgent 0..1
* extension[routine] ^short = "For priority routine"
* extension[routine].value[x] only positiveInt
* extension[routine].value[x] 1..1
* extension[urgent] ^short = "For priority urgent"
* extension[urgent].value[x] only positiveInt
* extension[urgent].value[x] 1..1
