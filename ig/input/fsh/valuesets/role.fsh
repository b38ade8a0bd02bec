ValueSet: RoleCodes
Id: waw-role
Title: "Role of a person"
Description: "All codes of the code system of this name."
* ^experimental = false
* include codes from system Role
