Extension: PreferredMoment
Id: waw-preferred-moment
Title: "Preferred moment"
Description: "When the person would like to be called."
Context: Patient
* ^experimental = false
* . ^short = "Preferred moment"
* . ^alias = "voorkeursmoment"
* value[x] only string
* value[x] 1..1
