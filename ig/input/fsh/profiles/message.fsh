Profile: Message
Parent: Communication
Id: waw-message
Title: "Message"
Description: "What the GP side tells the owner after sending: a new phone number, an admission. Named in Task.input."
* insert Told
* partOf 1..1 MS
* partOf only Reference(Task)
* insert Say(partOf, "The Task of the referral", "verwijzing")
* category = CommunicationCategory#message
* insert Say(category, "Message", "soort")
* recipient MS
* recipient only Reference(PractitionerRole or Organization)
* insert Say(recipient, "Owner of the referral - filled in by the server", "ontvanger")
* sender 1..1 MS
* sender only Reference(PractitionerRole or Organization)
* insert Say(sender, "Who tells", "afzender")
* payload 1..*
* payload obeys waw-text
* insert Say(payload, "The message", "bericht")
