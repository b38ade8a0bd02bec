Extension: Reminded
Id: waw-reminded
Title: "Reminded"
Description: "When both sides were reminded that this meeting is near (W-11). Written by the server; taken away when the meeting is moved."
Context: Appointment
* ^experimental = false
* . ^short = "Reminded at"
* . ^alias = "herinnerd"
* value[x] only dateTime
* value[x] 1..1
