Extension: Overdue
Id: waw-overdue
Title: "Overdue since"
Description: "Since when a promised time has passed. Written by the server."
Context: Task
* ^experimental = false
* . ^short = "Overdue since"
* . ^alias = "te laat sinds"
* value[x] only dateTime
* value[x] 1..1
