CodeSystem: TaskOutput
Id: waw-task-output
Title: "What comes out of a referral"
Description: "Kinds of Task.output of a referral."
* ^experimental = false
* ^caseSensitive = true
* #feedback "Feedback to the GP"
* #feedback insert Dutch([["Terugkoppeling aan de huisarts"]])
* #outcome "Outcome"
* #outcome insert Dutch([["Uitkomst"]])
* #onward-referral "Onward referral"
* #onward-referral insert Dutch([["Doorverwijzing"]])
* #assessment "Clarification of the question"
* #assessment insert Dutch([["Vraagverheldering"]])
* #answer "Answer"
* #answer insert Dutch([["Antwoord"]])
* #addendum "Addendum"
* #addendum insert Dutch([["Aanvulling"]])
