CodeSystem: Outcome
Id: waw-outcome
Title: "Outcome of a referral"
Description: "How a referral ended for the person (Task.output of type outcome)."
* ^experimental = false
* ^caseSensitive = true
* #helped "Helped"
* #helped insert Dutch([["Geholpen"]])
* #partly-helped "Partly helped"
* #partly-helped insert Dutch([["Deels geholpen"]])
* #referred-onward "Referred onward"
* #referred-onward insert Dutch([["Doorverwezen"]])
* #advice-only "Advice only"
* #advice-only insert Dutch([["Alleen advies"]])
* #back-to-gp "Back to the GP"
* #back-to-gp insert Dutch([["Terug naar de huisarts"]])
* #not-helped "Not helped"
* #not-helped insert Dutch([["Niet geholpen"]])
