CodeSystem: TaskCode
Id: waw-task-code
Title: "What a Task beside the referral asks"
Description: "Codes of Tasks that R4 code system task-code lacks."
* ^experimental = false
* ^caseSensitive = true
* #provide-information "Provide information"
* #provide-information insert Dutch([["Geef informatie"]])
