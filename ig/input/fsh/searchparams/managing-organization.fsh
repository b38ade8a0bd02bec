Instance: waw-managing-organization
InstanceOf: SearchParameter
Usage: #definition
* url = "http://waariswally.nl/fhir/SearchParameter/waw-managing-organization"
* version = "0.1.0"
* name = "ManagingOrganizationParameter"
* status = #active
* experimental = false
* description = "The practice of a team"
* code = #managing-organization
* base[+] = #CareTeam
* type = #reference
* expression = "CareTeam.managingOrganization"
* xpathUsage = #normal
* target[+] = #Organization
