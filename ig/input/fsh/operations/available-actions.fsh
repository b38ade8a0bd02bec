Instance: waw-available-actions
InstanceOf: OperationDefinition
Usage: #definition
* url = "http://waariswally.nl/fhir/OperationDefinition/waw-available-actions"
* name = "AvailableActions"
* title = "Available actions"
* status = #active
* experimental = false
* kind = #operation
* description = "What the caller may do with this Task now, and what must come with it. The server asks the same rules that judge the deed: what is named here succeeds when what it needs is brought, what is not named is refused."
* affectsState = false
* code = #available-actions
* resource = #Task
* system = false
* type = false
* instance = true
* insert Out(action, 0, *, [["One thing that the caller may do now"]])
* insert OutPart(code, 1, 1, Coding, [["What it is: a code of waw-action"]])
* insert OutPart(title, 1, 1, string, [["What it is, in Dutch, for a button"]])
* insert OutPart(as, 1, 1, code, [["Who the caller is in doing it: gp, owner, stand-in, coordinator"]])
* insert OutPart(status, 0, 1, code, [["The status that it leads to; left out when the status stays"]])
* insert OutPart(element, 1, 1, string, [["What it writes, for instance Task.owner"]])
* insert OutPart(option, 0, *, Type, [["Values to choose from, each a Coding or a Reference; left out when anything that the profile allows will do"]])
* parameter[=].part[+].name = #need
* parameter[=].part[=].use = #out
* parameter[=].part[=].min = 0
* parameter[=].part[=].max = "*"
* parameter[=].part[=].documentation = "What must come with it"
* parameter[=].part[=].part[+].name = #problem
* insert Inner(1, 1, Coding, [["The problem that it is refused with otherwise: a code of waw-problem"]])
* parameter[=].part[=].part[+].name = #element
* insert Inner(1, 1, string, [["Where it stands"]])
* parameter[=].part[=].part[+].name = #option
* insert Inner(0, *, Coding, [["Codes to choose from"]])
* parameter[=].part[=].part[+].name = #explanation
* insert Inner(1, 1, string, [["In English, for developers"]])
