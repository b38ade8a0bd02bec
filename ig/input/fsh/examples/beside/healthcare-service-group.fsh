Instance: walking-group
InstanceOf: Offer
Usage: #example
Description: "A walking group with a coach: how large it is, and when it meets"
* extension[groupSize].valueRange.low.value = 4
* extension[groupSize].valueRange.high.value = 10
* active = true
* providedBy = Reference(Organization/social-1)
* type[+] = LifeArea#social-network "Social network"
* type[+] = LifeArea#physical-health "Physical health"
* location.display = "Vertrek bij het Worpplantsoen, Deventer"
* name = "Wandelgroep met coach"
* comment = "Een uur wandelen in rustig tempo, daarna koffie."
* eligibility.comment = "Wie graag onder de mensen komt en een uur kan lopen."
* appointmentRequired = true
* availableTime.daysOfWeek[+] = #mon
* availableTime.daysOfWeek[+] = #thu
* availableTime.availableStartTime = "10:00:00"
* availableTime.availableEndTime = "11:30:00"
