// The Task of the referral of Thea, as it is sent.
RuleSet: TheaTask(patient, referral)
* intent = #order
* priority = #routine
* code = http://hl7.org/fhir/CodeSystem/task-code#fulfill
* focus.reference = {referral}
* for.reference = {patient}
* authoredOn = "2026-03-02T10:15:00+01:00"
* requester = Reference(PractitionerRole/gp-1)

// What the server adds when it takes the Task in.
RuleSet: TakenIn
* extension[+].url = "http://waariswally.nl/fhir/StructureDefinition/waw-first-contact-due"
* extension[=].valueDateTime = "2026-03-09T17:00:00+01:00"
* extension[+].url = "http://waariswally.nl/fhir/StructureDefinition/waw-practice"
* extension[=].valueReference = Reference(Organization/practice-1)
* identifier[+].system = "http://waariswally.nl/fhir/sid/referral-number"
* identifier[=].value = "WAW-4821037519"
* restriction.recipient[+] = Reference(PractitionerRole/wally-1)
* restriction.recipient[+] = Reference(PractitionerRole/wally-2)
* owner = Reference(PractitionerRole/wally-1)

// The Task of Thea as the server stores it, in a status.
RuleSet: TheaTaskIn(status, progress, display, modified)
* insert TheaTask("Patient/Thea", "ServiceRequest/TheaServiceRequest")
* insert TakenIn
* status = #{status}
* businessStatus = BusinessStatus#{progress} {display}
* lastModified = {modified}

RuleSet: Because(code, display)
* statusReason = StatusReason#{code} {display}

RuleSet: Running
* executionPeriod.start = "2026-03-02T11:05:00+01:00"

RuleSet: Ended(end)
* executionPeriod.start = "2026-03-02T11:05:00+01:00"
* executionPeriod.end = {end}

RuleSet: WithFeedback(communication)
* output[+].type = TaskOutput#feedback "Feedback to the GP"
* output[=].valueReference.reference = {communication}

RuleSet: WithOutcome(code, display)
* output[+].type = TaskOutput#outcome "Outcome"
* output[=].valueCodeableConcept = Outcome#{code} {display}

RuleSet: ResumesOn(date)
* extension[+].url = "http://waariswally.nl/fhir/StructureDefinition/waw-resume-date"
* extension[=].valueDate = {date}
