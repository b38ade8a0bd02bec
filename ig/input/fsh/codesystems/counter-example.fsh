CodeSystem: CounterExample
Id: waw-counter-example
Title: "Set-up of a counter-example"
Description: "From which status, and by which caller, a counter-example of a Task update is to be sent (meta.tag). See ig/README.md."
* ^experimental = false
* ^caseSensitive = true
* #from-requested "From status requested"
* #from-requested insert Dutch([["Vanuit status requested"]])
* #from-received "From status received"
* #from-received insert Dutch([["Vanuit status received"]])
* #from-accepted "From status accepted"
* #from-accepted insert Dutch([["Vanuit status accepted"]])
* #from-in-progress "From status in-progress"
* #from-in-progress insert Dutch([["Vanuit status in-progress"]])
* #from-on-hold "From status on-hold"
* #from-on-hold insert Dutch([["Vanuit status on-hold"]])
* #from-completed "From status completed"
* #from-completed insert Dutch([["Vanuit status completed"]])
* #by-gp "Sent by the GP side"
* #by-gp insert Dutch([["Door de huisarts"]])
* #by-owner "Sent by the owner"
* #by-owner insert Dutch([["Door de eigenaar"]])
* #by-stand-in "Sent by a stand-in"
* #by-stand-in insert Dutch([["Door een vervanger"]])
* #by-coordinator "Sent by the coordinator"
* #by-coordinator insert Dutch([["Door de coördinator"]])
* #by-gp-other "Sent by another practice"
* #by-gp-other insert Dutch([["Door een andere praktijk"]])
