Extension: FirstContactDue
Id: waw-first-contact-due
Title: "First contact due"
Description: "By when the person is to have been called for the first time, in working days and hours of the Wally. Written by the server (G-DUE)."
Context: Task
* ^experimental = false
* . ^short = "First contact due"
* . ^alias = "eerste contact uiterlijk"
* value[x] only dateTime
* value[x] 1..1
