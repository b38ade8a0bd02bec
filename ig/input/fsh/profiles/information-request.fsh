Profile: InformationRequest
Parent: CommunicationRequest
Id: waw-information-request
Title: "Information request"
Description: "A question of the owner to the GP side; focus of an information Task."
* insert AskedFor
* category = CommunicationRequestCategory#information-request
* insert Say(category, "Question to the GP", "soort vraag")
* payload 1..*
* payload obeys waw-text
* insert Say(payload, "The question", "vraag")
* insert Say(recipient, "Who of the GP side answers", "ontvangers van de vraag")
* insert Say(sender, "Who answers", "wie antwoordt")
