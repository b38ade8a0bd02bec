Profile: Feedback
Parent: Communication
Id: waw-feedback
Title: "Feedback"
Description: "What the owner tells the GP, in between or at the end (W-6). Final feedback in Task.output closes the loop."
* insert Told
* extension contains Read named read 0..* MS
* insert Say(extension[read], "Who of the practice has read it - the read confirmation", "gelezen")
* basedOn 1..1 MS
* basedOn only Reference(CommunicationRequest)
* insert Say(basedOn, "The request for feedback", "vraag om terugkoppeling")
* partOf 0..1 MS
* partOf only Reference(Task)
* insert Say(partOf, "The Task of the referral - filled in by the server", "verwijzing")
* category from FeedbackCategoryCodes (required)
* insert Say(category, "interim-feedback | final-feedback", "soort terugkoppeling")
* received MS
* insert Say(received, "When the system of the GP fetched it - written by the server", "opgehaald")
* recipient 1..* MS
* recipient only Reference(PractitionerRole or Organization)
* insert Say(recipient, "The referrer and the practice", "ontvangers")
* sender 1..1 MS
* sender only Reference(PractitionerRole)
* insert Say(sender, [["Wally, substitute or coach"]], "afzender")
* payload 1..*
* payload obeys waw-text
* insert Say(payload, [["What was agreed: who does what, when"]], "terugkoppeling")
