Instance: waw-recipient
InstanceOf: SearchParameter
Usage: #definition
* url = "http://waariswally.nl/fhir/SearchParameter/waw-recipient"
* version = "0.1.0"
* name = "RecipientParameter"
* status = #active
* experimental = false
* description = "Team members who may own the Task"
* code = #recipient
* base[+] = #Task
* type = #reference
* expression = "Task.restriction.recipient"
* xpathUsage = #normal
* target[+] = #PractitionerRole
