Extension: Read
Id: waw-read
Title: "Read by a person"
Description: "Who of the practice has read this feedback, and when: the read confirmation."
Context: Communication
* ^experimental = false
* . ^short = "Read by a person"
* . ^alias = "gelezen"
* extension contains by 1..1 and at 1..1
* extension[by] ^short = "Who has read it"
* extension[by].value[x] only Reference(PractitionerRole or Practitioner or Organization)
* extension[by].value[x] 1..1
* extension[at] ^short = "When it was read"
* extension[at].value[x] only dateTime
* extension[at].value[x] 1..1
