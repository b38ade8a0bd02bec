Instance: waw-audit-overview
InstanceOf: OperationDefinition
Usage: #definition
* url = "http://waariswally.nl/fhir/OperationDefinition/waw-audit-overview"
* name = "AuditOverview"
* title = "Who looked at a person's data"
* status = #active
* experimental = false
* kind = #operation
* description = "Who read, searched, wrote or was refused data of this person, for which organisation, when and how, as a document in plain Dutch for the person: a Binary with an HTML page. With Accept: text/html the page itself is the answer. The newest 1000 occurrences, for the privacy officer of the practice or the coordinating organisation."
* affectsState = false
* code = #audit-overview
* resource = #Patient
* system = false
* type = false
* instance = true
* insert OutOf(return, 1, 1, Binary, [["The document"]])
