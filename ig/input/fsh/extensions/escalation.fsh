Extension: Escalation
Id: waw-escalation
Title: "How quickly a promise goes up"
Description: "After how many working days a promise that is not kept is told to whom, in the referrals that the coordinator of this organisation looks after. What is left out stays as the server has it."
Context: Organization
* ^experimental = false
* . ^short = "How quickly a promise goes up"
* . ^alias = "opschaling"
* . obeys waw-escalation-upwards and waw-escalation-days
* extension contains reminder 0..1 and substitute 0..1 and coordinator 0..1
* extension[reminder] ^short = "Working days before the moment at which whoever promised is reminded; 0: on the day itself"
* extension[reminder].value[x] only unsignedInt
* extension[reminder].value[x] 1..1
* extension[substitute] ^short = "Working days after the moment at which those who may stand in are told; 0: at once"
* extension[substitute].value[x] only unsignedInt
* extension[substitute].value[x] 1..1
* extension[coordinator] ^short = "Working days after the moment at which the coordinator is told"
* extension[coordinator].value[x] only unsignedInt
* extension[coordinator].value[x] 1..1

Invariant: waw-escalation-days
Description: "Each number of working days is 60 at most."
* severity = #error
* expression = "extension.value.all($this <= 60)"

Invariant: waw-escalation-upwards
Description: "The coordinator is not told before those who may stand in."
* severity = #error
* expression = "extension.where(url = 'substitute').value.empty() or extension.where(url = 'coordinator').value.empty() or extension.where(url = 'substitute').value <= extension.where(url = 'coordinator').value"
