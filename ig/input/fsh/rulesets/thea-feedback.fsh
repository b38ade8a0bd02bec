// The request of the GP for feedback on Thea.
RuleSet: TheaFeedbackRequest(patient, referral)
* basedOn.reference = {referral}
* status = #active
* category = CommunicationRequestCategory#feedback-request "Request for feedback"
* priority = #routine
* medium = http://terminology.hl7.org/CodeSystem/v3-ParticipationMode#ONLINEWRIT "online written"
* subject.reference = {patient}
* authoredOn = "2026-03-02T10:15:00+01:00"
* requester = Reference(PractitionerRole/gp-1)

RuleSet: FeedbackTo(role)
* recipient[+] = Reference({role})

// Feedback on Thea, from Sanne.
RuleSet: TheaFeedback(category, display, sent, text)
* basedOn = Reference(CommunicationRequest/TheaFeedbackRequest)
* status = #completed
* category = CommunicationCategory#{category} {display}
* subject = Reference(Patient/Thea)
* sent = {sent}
* recipient[+] = Reference(PractitionerRole/gp-1)
* recipient[+] = Reference(Organization/practice-1)
* sender = Reference(PractitionerRole/wally-1)
* payload.contentString = {text}

// What the server adds to everything that belongs to a referral.
RuleSet: OfPracticeOne
* extension[+].url = "http://waariswally.nl/fhir/StructureDefinition/waw-practice"
* extension[=].valueReference = Reference(Organization/practice-1)

// An attempt of Sanne to reach Thea.
RuleSet: TheaAttempt(sent, result, display)
* extension[+].url = "http://waariswally.nl/fhir/StructureDefinition/waw-contact-result"
* extension[=].valueCodeableConcept = ContactResult#{result} {display}
* partOf = Reference(Task/TheaAccepted)
* status = #completed
* medium = http://terminology.hl7.org/CodeSystem/v3-ParticipationMode#PHONE "telephone"
* subject = Reference(Patient/Thea)
* sent = {sent}
* recipient = Reference(Patient/Thea)
* sender = Reference(PractitionerRole/wally-1)
