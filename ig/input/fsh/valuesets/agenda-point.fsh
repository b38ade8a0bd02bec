ValueSet: AgendaPointCodes
Id: waw-agenda-point
Title: "What to discuss"
Description: "All codes of the code system of this name."
* ^experimental = false
* include codes from system AgendaPoint
