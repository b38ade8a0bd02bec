Instance: waw-unattended
InstanceOf: SearchParameter
Usage: #definition
* url = "http://waariswally.nl/fhir/SearchParameter/waw-unattended"
* version = "0.1.0"
* name = "UnattendedParameter"
* status = #active
* experimental = false
* description = "Since when nobody of the team was present for this referral"
* code = #unattended
* base[+] = #Task
* type = #date
* expression = "Task.extension('http://waariswally.nl/fhir/StructureDefinition/waw-unattended').value"
* xpathUsage = #normal
* comparator[+] = #eq
* comparator[+] = #gt
* comparator[+] = #ge
* comparator[+] = #lt
* comparator[+] = #le
