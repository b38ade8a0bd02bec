Instance: debt-desk
InstanceOf: Offer
Usage: #example
Description: "A desk for people with debts"
* extension[waitingTime].valueDuration = 2 'wk' "weeks"
* active = true
* providedBy = Reference(Organization/social-1)
* type = LifeArea#finances "Finances"
* location.display = "Buurthuis De Kaai, Kade 1, Deventer"
* name = "Financieel spreekuur"
* comment = "Samen de post en de rekeningen op orde brengen."
* telecom.system = #phone
* telecom.value = "0570-000203"
* eligibility.comment = "Iedereen met vragen over geld."
* appointmentRequired = false
* availableTime.daysOfWeek = #tue
* availableTime.availableStartTime = "09:00:00"
* availableTime.availableEndTime = "12:00:00"
