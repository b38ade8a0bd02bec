CodeSystem: ContactResult
Id: waw-contact-result
Title: "Result of a contact attempt"
Description: "How an attempt to reach the person ended."
* ^experimental = false
* ^caseSensitive = true
* #reached "Reached"
* #reached insert Dutch([["Bereikt"]])
* #no-answer "No answer"
* #no-answer insert Dutch([["Geen gehoor"]])
* #voicemail "Voicemail left"
* #voicemail insert Dutch([["Voicemail ingesproken"]])
* #no-show "No-show"
* #no-show insert Dutch([["Niet verschenen"]])
