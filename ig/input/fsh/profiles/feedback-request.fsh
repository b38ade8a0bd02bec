Profile: FeedbackRequest
Parent: CommunicationRequest
Id: waw-feedback-request
Title: "Feedback request"
Description: "The standing request of the GP side: send me feedback. Completed by the server when final feedback is stored, revoked when the referral ends otherwise. It never carries the referral itself."
* insert AskedFor
* obeys waw-feedback-to-practice
* category = CommunicationRequestCategory#feedback-request
* insert Say(category, "Request for feedback", "soort vraag")
* insert Say(payload, "What the GP side would like to know", "vraag")
* insert Say(recipient, "Who gets the feedback: the referrer and the practice", "ontvangers van de terugkoppeling")
* insert Say(sender, "Who is to send the feedback - written by the server", "wie terugkoppelt")

Invariant: waw-feedback-to-practice
Description: "The practice is among the recipients, so that feedback arrives when the referrer is away."
* severity = #error
* expression = "recipient.where(reference.contains('Organization/')).exists()"
