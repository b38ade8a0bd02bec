Extension: Practice
Id: waw-practice
Title: "Practice of the referral"
Description: "The GP practice that the referral belongs to. Written by the server; of a meeting it is the practice that meets, written by who plans it."
Context: Task, ServiceRequest, CommunicationRequest, Communication, RelatedPerson, QuestionnaireResponse, Appointment
* ^experimental = false
* . ^short = "Practice of the referral"
* . ^alias = "huisartsenpraktijk"
* value[x] only Reference(Organization)
* value[x] 1..1
