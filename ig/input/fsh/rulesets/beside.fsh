// What the GP sends to ask that a referral is stopped.
RuleSet: AskToStop(main)
* status = #requested
* intent = #order
* code = http://hl7.org/fhir/CodeSystem/task-code#abort "Mark the focal resource as no longer active"
* partOf = Reference({main})
* focus = Reference({main})
* for = Reference(Patient/Thea)
* authoredOn = "2026-03-12T09:00:00+01:00"
* requester = Reference(PractitionerRole/gp-1)

// A message about Thea after sending.
RuleSet: TheaTold(main, sender)
* partOf = Reference({main})
* status = #completed
* category = CommunicationCategory#message "Message"
* subject = Reference(Patient/Thea)
* sent = "2026-03-05T09:00:00+01:00"
* sender = Reference({sender})
* payload.contentString = "Mevrouw heeft een nieuw nummer: 06-00001003."
