Instance: waw-meeting-due
InstanceOf: SearchParameter
Usage: #definition
* url = "http://waariswally.nl/fhir/SearchParameter/waw-meeting-due"
* version = "0.1.0"
* name = "MeetingDueParameter"
* status = #active
* experimental = false
* description = "By when practice and Wally have to meet, while no meeting is planned"
* code = #meeting-due
* base[+] = #CareTeam
* type = #date
* expression = "CareTeam.extension('http://waariswally.nl/fhir/StructureDefinition/waw-meeting-due').value"
* xpathUsage = #normal
* comparator[+] = #eq
* comparator[+] = #gt
* comparator[+] = #ge
* comparator[+] = #lt
* comparator[+] = #le
