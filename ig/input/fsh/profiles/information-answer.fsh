Profile: InformationAnswer
Parent: Communication
Id: waw-information-answer
Title: "Information answer"
Description: "The answer of the GP side to a question of the owner."
* insert Told
* basedOn 1..1 MS
* basedOn only Reference(CommunicationRequest)
* insert Say(basedOn, "The question", "vraag")
* partOf 0..1 MS
* partOf only Reference(Task)
* insert Say(partOf, "The Task of the referral - filled in by the server", "verwijzing")
* category = CommunicationCategory#information-answer
* insert Say(category, "Answer to a question", "soort")
* recipient MS
* recipient only Reference(PractitionerRole or Organization)
* insert Say(recipient, "Who asked - filled in by the server", "vraagsteller")
* sender 1..1 MS
* sender only Reference(PractitionerRole or Organization)
* insert Say(sender, "Who answers", "wie antwoordt")
* payload 1..*
* payload obeys waw-text
* insert Say(payload, "The answer", "antwoord")
