CodeSystem: BusinessStatus
Id: waw-business-status
Title: "Progress of a referral"
Description: "Where a referral is within its status (Task.businessStatus). Which codes fit which status is an invariant of waw-referral-task."
* ^experimental = false
* ^caseSensitive = true
* #delivered "Delivered" "The referral lies in the list of its owner."
* #delivered insert Dutch([["Afgeleverd"]])
* #handed-over "Handed over" "The referral moved to another member of the team."
* #handed-over insert Dutch([["Overgedragen"]])
* #seen "Seen" "The owner has opened the referral."
* #seen insert Dutch([["Gezien"]])
* #awaiting-information "Awaiting information" "A question to the GP is open."
* #awaiting-information insert Dutch([["Wacht op informatie"]])
* #contact-planned "Contact planned" "The owner has planned the first contact."
* #contact-planned insert Dutch([["Contact gepland"]])
* #contact-attempted "Contact attempted" "At least one attempt was made to reach the person."
* #contact-attempted insert Dutch([["Contact geprobeerd"]])
* #waitlisted "Wait-listed" "The person waits for a place."
* #waitlisted insert Dutch([["Op de wachtlijst"]])
* #intake-planned "First meeting planned" "The first meeting has a date."
* #intake-planned insert Dutch([["Kennismaking gepland"]])
* #no-show "No-show" "The person did not come to the meeting."
* #no-show insert Dutch([["Niet verschenen"]])
* #intake-done "First meeting held" "The question has been clarified with the person."
* #intake-done insert Dutch([["Kennismaking gedaan"]])
* #support-running "Support running" "The owner helps the person."
* #support-running insert Dutch([["Ondersteuning loopt"]])
* #referred-onward "Referred onward" "A colleague, organisation or activity takes part."
* #referred-onward insert Dutch([["Doorverwezen"]])
* #interim-feedback-sent "Interim feedback sent" "The GP has had interim feedback."
* #interim-feedback-sent insert Dutch([["Tussentijds teruggekoppeld"]])
* #cancellation-requested "Cancellation requested" "The GP has asked to stop."
* #cancellation-requested insert Dutch([["Verzoek tot annuleren"]])
* #client-unavailable "Person unavailable" "The person is away for a while."
* #client-unavailable insert Dutch([["Cliënt niet beschikbaar"]])
* #awaiting-third-party "Awaiting a third party" "Another party has to act first."
* #awaiting-third-party insert Dutch([["Wacht op een derde"]])
* #closed "Closed" "The referral has ended."
* #closed insert Dutch([["Afgesloten"]])
