ValueSet: OrganizationTypeCodes
Id: waw-organization-type
Title: "Kind of organisation"
Description: "All codes of the code system of this name."
* ^experimental = false
* include codes from system OrganizationType
