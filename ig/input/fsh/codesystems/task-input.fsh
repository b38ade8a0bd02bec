CodeSystem: TaskInput
Id: waw-task-input
Title: "What goes into a referral later"
Description: "Kinds of Task.input that the GP side adds to a referral."
* ^experimental = false
* ^caseSensitive = true
* #message "Message"
* #message insert Dutch([["Bericht"]])
