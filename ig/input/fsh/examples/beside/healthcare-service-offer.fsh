Instance: debt-desk
InstanceOf: Offer
Usage: #example
Description: "A desk for people with debts"
* active = true
* providedBy = Reference(Organization/social-1)
* type = LifeArea#finances "Finances"
* name = "Financieel spreekuur"
* comment = "Inloop voor iedereen met vragen over geld, dinsdag 9 tot 12 uur."
* telecom.system = #phone
* telecom.value = "0570-000203"
