Instance: waw-gap
InstanceOf: SearchParameter
Usage: #definition
* url = "http://waariswally.nl/fhir/SearchParameter/waw-gap"
* version = "0.1.0"
* name = "GapParameter"
* status = #active
* experimental = false
* description = "Since when the team is without a current contact or substitute"
* code = #gap
* base[+] = #CareTeam
* type = #date
* expression = "CareTeam.extension('http://waariswally.nl/fhir/StructureDefinition/waw-gap').value"
* xpathUsage = #normal
* comparator[+] = #eq
* comparator[+] = #gt
* comparator[+] = #ge
* comparator[+] = #lt
* comparator[+] = #le
