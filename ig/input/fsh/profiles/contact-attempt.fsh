Profile: ContactAttempt
Parent: Communication
Id: waw-contact-attempt
Title: "Contact attempt"
Description: "An attempt of the owner to reach the person (W-3). The GP sees how many there were, when and by whom, not what came of it: without extension[result], medium, recipient and whatever else was said, and with the tag SUBSETTED."
* insert Told
* extension contains ContactAttemptResult named result 1..1 MS
* insert Say(extension[result], "reached | no-answer | voicemail | no-show", "resultaat")
* partOf 1..1 MS
* partOf only Reference(Task)
* insert Say(partOf, "The Task of the referral", "verwijzing")
* category = CommunicationCategory#contact-attempt
* insert Say(category, "Contact attempt", "soort")
* medium 1..* MS
* insert Say(medium, [["How: by phone, in writing, in person"]], "medium")
* recipient only Reference(Patient or RelatedPerson)
* insert Say(recipient, "Who was to be reached", "cliënt of vertegenwoordiger")
* sender 1..1 MS
* sender only Reference(PractitionerRole)
* insert Say(sender, "Who tried", "wie het probeerde")
