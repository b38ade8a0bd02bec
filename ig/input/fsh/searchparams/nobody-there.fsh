Instance: waw-nobody-there
InstanceOf: SearchParameter
Usage: #definition
* url = "http://waariswally.nl/fhir/SearchParameter/waw-nobody-there"
* version = "0.1.0"
* name = "NobodyThereParameter"
* status = #active
* experimental = false
* description = "When all who may receive the referrals of the practice are away at once"
* code = #nobody-there
* base[+] = #CareTeam
* type = #date
* expression = "CareTeam.extension('http://waariswally.nl/fhir/StructureDefinition/waw-nobody-there').value"
* xpathUsage = #normal
* comparator[+] = #eq
* comparator[+] = #gt
* comparator[+] = #ge
* comparator[+] = #lt
* comparator[+] = #le
