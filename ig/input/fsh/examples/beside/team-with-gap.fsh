Instance: team-with-gap
InstanceOf: PracticeTeam
Usage: #example
Description: "A practice that divides its people (way of working C): a coach is the contact, and the substitute has left"
* extension[wayOfWorking].valueCode = #C
* extension[gap].valueDateTime = "2026-04-01T00:00:00+02:00"
* extension[nobodyThere].valuePeriod.start = "2026-07-20T00:00:00+02:00"
* extension[nobodyThere].valuePeriod.end = "2026-07-24T23:59:59+02:00"
* extension[meetingDue].valueDate = "2026-03-31"
* status = #active
* name = "Team De Brink"
* participant[contact].member = Reference(PractitionerRole/coach-1)
* participant[contact].period.start = "2025-01-01"
* participant[substitute].member = Reference(PractitionerRole/wally-2)
* participant[substitute].period.start = "2025-01-01"
* participant[substitute].period.end = "2026-03-31"
* participant[coordination].member = Reference(Organization/social-1)
* managingOrganization = Reference(Organization/practice-2)
