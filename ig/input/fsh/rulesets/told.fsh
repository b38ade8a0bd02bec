// What all kinds of Communication have in common.
RuleSet: Told
* insert Addressable
* extension contains Practice named practice 0..1 MS
* insert Say(extension[practice], "Practice of the referral - written by the server", "huisartsenpraktijk")
* status MS
* status from CommunicationStatusCodes (required)
* insert Say(status, "completed | entered-in-error", "status")
* category 1..1 MS
* priority MS
* subject 1..1 MS
* subject only Reference(Patient)
* insert Say(subject, "The person referred", "cliënt")
* about 0..0
* encounter 0..0
* sent 1..1 MS
* insert Say(sent, "When it was sent or took place", "tijdstip")
* reasonReference 0..0
* payload MS
* payload.content[x] only string

// The referral that a closing notice speaks of.
RuleSet: ClosedReferral(task)
* partOf = Reference(Task/{task})
* partOf.identifier.system = "http://waariswally.nl/fhir/sid/referral-number"
* partOf.identifier.value = "WAW-4821037519"
