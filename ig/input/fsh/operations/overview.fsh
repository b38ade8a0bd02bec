Instance: waw-overview
InstanceOf: OperationDefinition
Usage: #definition
* url = "http://waariswally.nl/fhir/OperationDefinition/waw-overview"
* name = "Overview"
* title = "Everything of a person, to read"
* status = #active
* experimental = false
* kind = #operation
* description = "The same as $everything, as a document in plain Dutch for the person: a Binary with an HTML page. With Accept: text/html the page itself is the answer."
* affectsState = false
* code = #overview
* resource = #Patient
* system = false
* type = false
* instance = true
* insert OutOf(return, 1, 1, Binary, [["The document"]])
