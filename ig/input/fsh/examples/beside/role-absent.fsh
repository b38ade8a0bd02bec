Instance: absent-wally
InstanceOf: WallyRole
Usage: #example
Description: "Sanne on holiday, with her own working hours"
* active = true
* practitioner = Reference(Practitioner/wally-1)
* organization = Reference(Organization/social-1)
* code = Role#wally "Wally (fixed social worker)"
* telecom.system = #phone
* telecom.value = "06-00000001"
* availableTime.daysOfWeek[+] = #mon
* availableTime.daysOfWeek[+] = #tue
* availableTime.daysOfWeek[+] = #thu
* availableTime.availableStartTime = "08:30:00"
* availableTime.availableEndTime = "17:00:00"
* notAvailable.extension[handOver].valueBoolean = true
* notAvailable.extension[substitute].valueReference = Reference(PractitionerRole/wally-2)
* notAvailable.description = "afwezig"
* notAvailable.during.start = "2026-07-13"
* notAvailable.during.end = "2026-07-31"
