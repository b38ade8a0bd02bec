Instance: waw-overdue
InstanceOf: SearchParameter
Usage: #definition
* url = "http://waariswally.nl/fhir/SearchParameter/waw-overdue"
* version = "0.1.0"
* name = "OverdueParameter"
* status = #active
* experimental = false
* description = "Since when a promised time has passed"
* code = #overdue
* base[+] = #Task
* type = #date
* expression = "Task.extension('http://waariswally.nl/fhir/StructureDefinition/waw-overdue').value"
* xpathUsage = #normal
* comparator[+] = #eq
* comparator[+] = #gt
* comparator[+] = #ge
* comparator[+] = #lt
* comparator[+] = #le
