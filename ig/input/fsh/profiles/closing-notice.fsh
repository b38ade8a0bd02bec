Profile: ClosingNotice
Parent: Communication
Id: waw-closing-notice
Title: "Closing notice"
Description: "The server tells practice and owner that a referral ended without feedback: a coded reason and a fixed text, no content (G-NOTICE)."
* insert Told
* partOf 1..1 MS
* partOf only Reference(Task)
* insert Say(partOf, [["The Task of the referral, with the referral number for who may no longer see it"]], "verwijzing")
* partOf.identifier MS
* insert Say(partOf.identifier, "The referral number - written by the server", "verwijsnummer")
* category = CommunicationCategory#closing-notice
* insert Say(category, "Closing notice", "soort")
* recipient 1..* MS
* recipient only Reference(PractitionerRole or Organization)
* insert Say(recipient, "Practice and owner", "ontvangers")
* sender 0..0
* reasonCode 1..1 MS
* reasonCode from StatusReasonCodes (required)
* insert Say(reasonCode, "Why the referral ended", "reden")
* payload 1..1
* payload obeys waw-text
* insert Say(payload, "A fixed text", "vaste tekst")
