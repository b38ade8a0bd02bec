// What the two Tasks beside a referral Task have in common.
RuleSet: SubTask
* insert Addressable
* extension contains Practice named practice 0..1 MS
* insert Say(extension[practice], "Practice of the referral - written by the server", "huisartsenpraktijk")
* partOf 1..1 MS
* partOf only Reference(Task)
* insert Say(partOf, "The Task of the referral", "verwijzing")
* status MS
* statusReason MS
* insert Say(statusReason, "Why - in words", "reden van de status")
* businessStatus 0..0
* intent = #order
* code 1..1 MS
* focus 1..1 MS
* for 1..1 MS
* for only Reference(Patient)
* insert Say(for, "The person referred", "cliënt")
* encounter 0..0
* authoredOn 1..1 MS
* insert Say(authoredOn, "When it was asked", "vraagdatum")
* lastModified MS
* requester 1..1 MS
* requester only Reference(PractitionerRole or Organization)
* insert Say(requester, "Who asks", "aanvrager")
* owner MS
* reasonReference 0..0
* note MS
* insert Say(note, "Remarks - only ever more", "opmerkingen")
* restriction 0..0
* input 0..0
* insurance 0..0
