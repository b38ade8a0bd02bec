// What roles on both sides have in common.
RuleSet: RoleOf
* insert Addressable
* active MS
* period MS
* insert Say(period, "From when to when: leaving is an end - a new job is a new role", "periode")
* practitioner 1..1 MS
* insert Say(practitioner, "Who - never changes", "persoon")
* organization 1..1 MS
* insert Say(organization, "For which organisation - never changes", "organisatie")
* code 1..1 MS
* telecom MS
* insert Say(telecom, "Ways to reach in this role", "contactgegevens")
* availableTime MS
* insert Say(availableTime, "Working hours; none: Monday to Friday 9 to 17", "werktijden")
* notAvailable 0..60 MS
* insert Say(notAvailable, "Absence", "afwezigheid")
* notAvailable.extension contains HandOver named handOver 0..1 MS
* insert Say(notAvailable.extension[handOver], "Hand open referrals over at the start - and back at the end", "overdragen")
* notAvailable.description = "afwezig"
* notAvailable.description ^short = "Always 'afwezig': a reason would be health data"
* notAvailable.during 1..1 MS
* notAvailable.during.start 1..1
