Extension: Finding
Id: waw-finding
Title: "What was found"
Description: "Of one issue in an OperationOutcome: which rule is broken, what it asks for, what stands there instead and where to read more. In the language that the client asked for; never with a person's data."
Context: OperationOutcome.issue
* ^experimental = false
* . ^short = "Which rule, what was expected, what was found, where to read more"
* . ^alias = "bevinding"
* extension contains rule 0..1 and profile 0..1 and expected 0..1 and found 0..1 and guide 1..1
* extension[rule] ^short = "Key of the constraint, or kind of rule of the element: min, max, slice, pattern, binding, type, reference, form"
* extension[rule].value[x] only string
* extension[rule].value[x] 1..1
* extension[profile] ^short = "Profile whose rule it is"
* extension[profile].value[x] only canonical
* extension[profile].value[x] 1..1
* extension[expected] ^short = "What the rule asks for"
* extension[expected].value[x] only string
* extension[expected].value[x] 1..1
* extension[found] ^short = "What stands there instead: how many, of which type, or a code"
* extension[found].value[x] only string
* extension[found].value[x] 1..1
* extension[guide] ^short = "Page of the guide that tells more"
* extension[guide].value[x] only url
* extension[guide].value[x] 1..1
