Profile: RecordOfTheLog
Parent: AuditEvent
Id: waw-audit-event
Title: "Record of the log"
Description: "Who did what with whose data (NEN 7513), in the manner of IHE BALP. Made by the server when the privacy officer asks; everything in it is an opaque id or a code."
* text 0..0
* contained 0..0
* type = http://terminology.hl7.org/CodeSystem/audit-event-type#rest
* insert Say(type, "Something asked of the server", "soort")
* subtype 1..1 MS
* insert Say(subtype, [["The interaction, in the words of FHIR"]], "interactie")
* action 1..1 MS
* insert Say(action, "C | R | U | D | E", "handeling")
* recorded MS
* insert Say(recorded, [["When, by the clock of the server"]], "wanneer")
* outcome 1..1 MS
* insert Say(outcome, "0 done | 4 refused | 8 failed", "uitkomst")
* outcomeDesc MS
* insert Say(outcomeDesc, [["Code of the problem in waw-problem"]], "probleem")
* agent MS
* insert Say(agent, [["The client with its address, the acting person, and the organisation on whose behalf"]], "wie")
* agent.name 0..0
* source.observer.display 1..1
* entity MS
* insert Say(entity, [["The persons concerned, the objects with their version, the id of the request, and the names of search parameters"]], "wat")
* entity.description 0..0
* entity.query 0..0
