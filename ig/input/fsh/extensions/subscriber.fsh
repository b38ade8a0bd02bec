Extension: Subscriber
Id: waw-subscriber
Title: "Subscriber"
Description: "Who asked for a subscription: the organisation, and as the value of the identifier the OAuth client. Written by the server."
Context: Subscription
* ^experimental = false
* . ^short = "Who asked for it"
* . ^alias = "abonnee"
* value[x] only Reference(Organization)
* value[x] 1..1
