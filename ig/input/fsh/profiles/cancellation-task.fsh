Profile: CancellationTask
Parent: Task
Id: waw-cancellation-task
Title: "Cancellation Task"
Description: "The GP side asks to stop a referral that is in progress or on hold. The owner accepts or rejects, the GP side may take it back."
* insert SubTask
* obeys waw-abort-focus
* status from CancellationTaskStatusCodes (required)
* insert Say(status, "requested | accepted | rejected | cancelled | entered-in-error", "status")
* code = http://hl7.org/fhir/CodeSystem/task-code#abort
* insert Say(code, "Stop the referral", "taak")
* focus only Reference(Task)
* insert Say(focus, "The Task of the referral - the same as partOf", "verwijzing")
* owner 0..1
* owner only Reference(PractitionerRole)
* insert Say(owner, "Owner of the referral - written by the server", "eigenaar")
* output 0..0

Invariant: waw-abort-focus
Description: "focus and partOf are the same Task."
* severity = #error
* expression = "focus.reference = partOf.reference"
