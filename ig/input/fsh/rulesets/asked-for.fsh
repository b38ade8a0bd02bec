// What both kinds of CommunicationRequest have in common.
RuleSet: AskedFor
* insert Addressable
* extension contains Practice named practice 0..1 MS
* insert Say(extension[practice], "Practice of the referral - written by the server", "huisartsenpraktijk")
* basedOn 1..1 MS
* basedOn only Reference(ServiceRequest)
* insert Say(basedOn, "The referral", "verwijzing")
* status MS
* status from ReferralStatusCodes (required)
* insert Say(status, "active | completed | revoked | entered-in-error", "status")
* category 1..1 MS
* priority MS
* doNotPerform 0..0
* medium MS
* insert Say(medium, "How the answer is wanted", "medium")
* subject 1..1 MS
* subject only Reference(Patient)
* insert Say(subject, "The person referred", "cliënt")
* encounter 0..0
* about 0..0
* payload MS
* payload.content[x] only string
* occurrence[x] MS
* insert Say(occurrence[x], "When the answer is wanted", "moment")
* authoredOn 1..1 MS
* requester 1..1 MS
* requester only Reference(PractitionerRole or Organization)
* insert Say(requester, "Who asks", "aanvrager")
* recipient 1..* MS
* recipient only Reference(PractitionerRole or Organization)
* sender MS
* sender only Reference(PractitionerRole or Organization)
* reasonReference 0..0
