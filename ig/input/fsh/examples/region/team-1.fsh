Instance: team-1
InstanceOf: PracticeTeam
Usage: #example
Description: "The team of De Rivier"
* extension[wayOfWorking].valueCode = #A
* extension[agreements].extension[feedback].valueString = "Binnen twee weken na het eerste gesprek, en aan het eind, in het HIS."
* extension[agreements].extension[emergency].valueString = "Bel de crisisdienst; de Wally is er in kantooruren op 06-00000001."
* status = #active
* name = "Team De Rivier"
* participant[contact].member = Reference(PractitionerRole/wally-1)
* participant[contact].period.start = "2025-01-01"
* participant[substitute].member = Reference(PractitionerRole/wally-2)
* participant[substitute].period.start = "2025-01-01"
* participant[coordination].member = Reference(Organization/social-1)
* managingOrganization = Reference(Organization/practice-1)
