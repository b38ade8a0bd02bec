Mapping: ReferralTaskToElz
Source: ReferralTask
Target: "http://nictiz.nl/fhir/StructureDefinition/hg-ReferralTask"
Id: nictiz-elz
Title: "Nictiz ELZ hg-ReferralTask, 0.2.0-beta.1"
Description: "What is not mapped is left out: extensions of this guide, input and output."
* status -> "Task.status"
* intent -> "Task.intent"
* priority -> "Task.priority"
* code -> "Task.code"
* focus -> "Task.focus"
* for -> "Task.for"
* authoredOn -> "Task.authoredOn"
* lastModified -> "Task.lastModified"
* requester -> "Task.requester"
* owner -> "Task.owner" "required there: a referral that nobody attends yet has none"
* restriction -> "Task.restriction"
