CodeSystem: CommunicationCategory
Id: waw-communication-category
Title: "Kind of communication"
Description: "Tells the profiles of Communication apart (Communication.category)."
* ^experimental = false
* ^caseSensitive = true
* #interim-feedback "Interim feedback"
* #interim-feedback insert Dutch([["Tussentijdse terugkoppeling"]])
* #final-feedback "Final feedback"
* #final-feedback insert Dutch([["Terugkoppeling bij afsluiting"]])
* #contact-attempt "Contact attempt"
* #contact-attempt insert Dutch([["Contactpoging"]])
* #information-answer "Answer to a question"
* #information-answer insert Dutch([["Antwoord op een vraag"]])
* #message "Message"
* #message insert Dutch([["Bericht"]])
* #closing-notice "Closing notice"
* #closing-notice insert Dutch([["Afsluitbericht"]])
