Extension: Unattended
Id: waw-unattended
Title: "Unattended since"
Description: "Since when nobody of the team was present for this referral; the coordinator is told. Written by the server (W-1)."
Context: Task
* ^experimental = false
* . ^short = "Unattended since"
* . ^alias = "zonder aanwezige sinds"
* value[x] only dateTime
* value[x] 1..1
