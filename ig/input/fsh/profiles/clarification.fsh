Profile: Clarification
Parent: QuestionnaireResponse
Id: waw-clarification
Title: "Clarification of the question"
Description: "What the Wally and the person found along all areas of life (W-4). It stays with the owner of the Task and whoever follows as owner; the GP reads what the person agrees to in the feedback, and not here."
* insert Addressable
* extension contains Practice named practice 0..1 MS
* insert Say(extension[practice], "Practice of the referral - written by the server", "huisartsenpraktijk")
* basedOn 1..1 MS
* basedOn only Reference(ServiceRequest)
* insert Say(basedOn, "The referral - never changes", "verwijzing")
* partOf 0..0
* questionnaire 1..1 MS
* questionnaire = Canonical(waw-clarification-form|0.1.0)
* insert Say(questionnaire, "The form with its version", "formulier")
* status MS
* status from ClarificationStatusCodes (required)
* insert Say(status, [["in-progress | completed | amended (after it was completed)"]], "status")
* subject 1..1 MS
* subject only Reference(Patient)
* insert Say(subject, "The person referred - never changes", "cliënt")
* encounter 0..0
* authored 1..1 MS
* insert Say(authored, "When it was written down", "tijdstip")
* author MS
* author only Reference(PractitionerRole)
* insert Say(author, [["The Wally who wrote it; left out: the one who acts with the token"]], "wie het opschreef")
* source only Reference(Patient or RelatedPerson)
* insert Say(source, "Who answered", "wie antwoordde")
* item 1..* MS
* insert Say(item, "Answers: linkIds and types as in the form", "antwoorden")
