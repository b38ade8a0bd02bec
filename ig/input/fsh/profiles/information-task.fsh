Profile: InformationTask
Parent: Task
Id: waw-information-task
Title: "Information Task"
Description: "The owner of a referral asks the GP side a question. The main Task keeps its owner; the GP side completes this one with an answer, the asker may cancel it."
* insert SubTask
* extension contains Overdue named overdue 0..1 MS
* insert Say(extension[overdue], "Answer overdue since - written by the server", "te laat sinds")
* obeys waw-answer
* status from InformationTaskStatusCodes (required)
* insert Say(status, "requested | completed | cancelled | entered-in-error", "status")
* code = TaskCode#provide-information
* insert Say(code, "Answer a question", "taak")
* focus only Reference(CommunicationRequest)
* insert Say(focus, "The question", "vraag")
* owner 1..1
* owner only Reference(PractitionerRole or Organization)
* insert Say(owner, "Who of the GP side answers", "huisarts")
* output 0..1 MS
* insert Say(output, "The answer", "antwoord")
* output.type = TaskOutput#answer
* output.value[x] only Reference(Communication)

Invariant: waw-answer
Description: "A completed information Task carries the answer in its output."
* severity = #error
* expression = "(status = 'completed') = output.exists()"
