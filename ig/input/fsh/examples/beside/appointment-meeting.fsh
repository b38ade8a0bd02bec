Instance: meeting-1
InstanceOf: Meeting
Usage: #example
Description: "Dr. Van Dijk and Sanne meet in autumn"
* extension[practice].valueReference = Reference(Organization/practice-1)
* extension[reminded].valueDateTime = "2026-10-01T09:00:00+02:00"
* status = #booked
* start = "2026-10-06T12:30:00+02:00"
* end = "2026-10-06T13:15:00+02:00"
* participant[+].actor = Reference(PractitionerRole/gp-1)
* participant[=].status = #accepted
* participant[+].actor = Reference(PractitionerRole/wally-1)
* participant[=].status = #accepted
