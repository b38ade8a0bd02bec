Instance: waw-erase
InstanceOf: OperationDefinition
Usage: #definition
* url = "http://waariswally.nl/fhir/OperationDefinition/waw-erase"
* name = "Erase"
* title = "Erase a person"
* status = #active
* experimental = false
* kind = #operation
* description = "Erases all that is kept of this person: every resource in every version, and every row of every index. For the privacy officer of the practice, or of the organisation that coordinates all referrals of the person. Refused while a referral is open. The answer is the certificate, which names random ids only and is kept."
* affectsState = true
* code = #erase
* resource = #Patient
* system = false
* type = false
* instance = true
* parameter[+].name = #ground
* parameter[=].use = #in
* parameter[=].min = 1
* parameter[=].max = "1"
* parameter[=].type = #code
* parameter[=].documentation = "On which ground: a code of waw-erasure-ground other than retention"
* insert OutOf(id, 1, 1, id, [["Under which the certificate is kept"]])
* insert OutOf(at, 1, 1, instant, [["When it was erased"]])
* insert OutOf(ground, 1, 1, code, [["On which ground: a code of waw-erasure-ground"]])
* insert OutOf(client, 1, 1, string, [["The system that asked for it; system when the server did it by itself"]])
* insert OutOf(agent, 0, 1, string, [["In whose name, for instance Organization/practice-1"]])
* insert OutOf(practice, 1, 1, string, [["Whose person it was"]])
* insert OutOf(coordination, 0, *, string, [["An organisation that coordinated what was erased"]])
* insert OutOf(person, 1, 1, string, [["The id that the person had here, as Patient/id"]])
* insert OutOf(whole, 1, 1, boolean, [["Whether all that was kept of the person went"]])
* insert OutOf(part, 0, *, string, [["A single resource that went, when not all did"]])
* insert Out(resources, 0, *, [["How many resources of one type went"]])
* insert OutPart(of, 1, 1, string, [["The type"]])
* insert OutPart(count, 1, 1, integer, [["How many"]])
* insert Out(rows, 0, *, [["How many rows of one table of the database went"]])
* insert OutPart(of, 1, 1, string, [["The table"]])
* insert OutPart(count, 1, 1, integer, [["How many"]])
