Instance: waw-first-contact-due
InstanceOf: SearchParameter
Usage: #definition
* url = "http://waariswally.nl/fhir/SearchParameter/waw-first-contact-due"
* version = "0.1.0"
* name = "FirstContactDueParameter"
* status = #active
* experimental = false
* description = "By when the person is to have been called for the first time"
* code = #first-contact-due
* base[+] = #Task
* type = #date
* expression = "Task.extension('http://waariswally.nl/fhir/StructureDefinition/waw-first-contact-due').value"
* xpathUsage = #normal
* comparator[+] = #eq
* comparator[+] = #gt
* comparator[+] = #ge
* comparator[+] = #lt
* comparator[+] = #le
