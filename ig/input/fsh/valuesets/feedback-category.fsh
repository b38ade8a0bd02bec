ValueSet: FeedbackCategoryCodes
Id: waw-feedback-category
Title: "Kinds of feedback"
Description: "Interim and final feedback."
* ^experimental = false
* CommunicationCategory#interim-feedback "Interim feedback"
* CommunicationCategory#final-feedback "Final feedback"
