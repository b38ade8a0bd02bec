Profile: ReferralTask
Parent: Task
Id: waw-referral-task
Title: "Referral Task"
Description: "The life of a referral: created by the GP side, answered by the owner. Allowed changes of status, and who makes them, stand in the table of transitions; this profile says what a Task looks like in each status."
* insert Addressable
* obeys waw-business-status and waw-status-reason and waw-reason-subset and waw-reason-text and waw-resume-date and waw-feedback and waw-outcome and waw-onward and waw-no-answer
* extension contains
    FirstContactDue named firstContactDue 0..1 MS and
    Overdue named overdue 0..1 MS and
    Unattended named unattended 0..1 MS and
    ResumeDate named resumeDate 0..1 MS and
    Practice named practice 0..1 MS
* insert Say(extension[firstContactDue], "First contact due - written by the server", "eerste contact uiterlijk")
* insert Say(extension[overdue], "Overdue since - written by the server", "te laat sinds")
* insert Say(extension[unattended], "Nobody of the team present since - written by the server", "zonder aanwezige sinds")
* insert Say(extension[resumeDate], "Expected date of resuming - with on-hold", "verwachte hervatdatum")
* insert Say(extension[practice], "Practice of the referral - written by the server", "huisartsenpraktijk")
* identifier MS
* identifier ^slicing.discriminator.type = #value
* identifier ^slicing.discriminator.path = "system"
* identifier ^slicing.rules = #open
* insert Say(identifier, "Numbers of the referral", "verwijsnummers")
* identifier contains referralNumber 0..1 MS
* insert Say(identifier[referralNumber], "Number that the server gives", "verwijsnummer")
* identifier[referralNumber].system 1..1
* identifier[referralNumber].system = "http://waariswally.nl/fhir/sid/referral-number"
* identifier[referralNumber].value 1..1
* identifier[referralNumber].value obeys waw-referral-number
* basedOn 0..1 MS
* basedOn only Reference(ServiceRequest)
* insert Say(basedOn, "The referral - the same as focus", "verwijzing")
* partOf 0..0
* status MS
* status from ReferralTaskStatusCodes (required)
* insert Say(status, "requested | received | accepted | in-progress | on-hold | completed | rejected | failed | cancelled | entered-in-error", "status")
* statusReason MS
* statusReason from StatusReasonCodes (required)
* insert Say(statusReason, [["Why it was rejected, put on hold, failed, cancelled or entered in error"]], "reden van de status")
* businessStatus MS
* businessStatus from BusinessStatusCodes (required)
* insert Say(businessStatus, "Progress within the status - the server fills in a default", "voortgang")
* intent = #order
* priority MS
* insert Say(priority, "routine | urgent - as in the referral", "urgentie")
* code 1..1 MS
* code = http://hl7.org/fhir/CodeSystem/task-code#fulfill
* insert Say(code, "Fulfil the referral", "taak")
* focus 1..1 MS
* focus only Reference(ServiceRequest)
* insert Say(focus, "The referral", "verwijzing")
* for 1..1 MS
* for only Reference(Patient)
* insert Say(for, "The person referred", "cliënt")
* encounter 0..0
* executionPeriod MS
* insert Say(executionPeriod, "From acceptance to the end - written by the server", "uitvoeringsperiode")
* authoredOn 1..1 MS
* insert Say(authoredOn, [["When it was written, with seconds and zone"]], "verwijsdatum")
* lastModified MS
* insert Say(lastModified, "When it last changed - written by the server", "laatst gewijzigd")
* requester 1..1 MS
* requester only Reference(PractitionerRole or Organization)
* insert Say(requester, "Who referred - as in the referral", "verwijzer")
* owner MS
* owner only Reference(PractitionerRole)
* insert Say(owner, [["Wally, substitute or coach who answers; left out: the server chooses"]], "eigenaar")
* reasonReference 0..0
* insurance 0..0
* note MS
* insert Say(note, "Remarks - only ever more", "opmerkingen")
* restriction MS
* insert Say(restriction, "By when feedback is wanted and who may own the Task", "voorwaarden")
* restriction.repetitions 0..0
* restriction.period MS
* insert Say(restriction.period, "End: by when the GP wants feedback", "terugkoppeling gewenst voor")
* restriction.recipient MS
* restriction.recipient only Reference(PractitionerRole)
* insert Say(restriction.recipient, "Team members who may own the Task - written by the server", "teamleden")
* input MS
* insert Say(input, "What the GP side adds later", "aanvulling van de huisarts")
* input.type from TaskInputCodes (required)
* input.value[x] only Reference(Communication)
* output MS
* insert Say(output, [["What came out: feedback, outcome, onward referral, clarification, addendum"]], "resultaat")
* output.type from TaskOutputCodes (required)
* output ^slicing.discriminator.type = #pattern
* output ^slicing.discriminator.path = "type"
* output ^slicing.rules = #open
* output contains feedback 0..* MS and outcome 0..1 MS and onwardReferral 0..* MS and assessment 0..* and addendum 0..*
* insert Say(output[feedback], "Feedback to the GP", "terugkoppeling")
* output[feedback].type = TaskOutput#feedback
* output[feedback].value[x] only Reference(Communication)
* insert Say(output[outcome], "How it ended for the person", "uitkomst")
* output[outcome].type = TaskOutput#outcome
* output[outcome].value[x] only CodeableConcept
* output[outcome].valueCodeableConcept from OutcomeCodes (required)
* insert Say(output[onwardReferral], "Where the person was brought to", "doorverwezen naar")
* output[onwardReferral].type = TaskOutput#onward-referral
* output[onwardReferral].value[x] only string or Reference(HealthcareService or Organization or ServiceRequest)
* insert Say(output[assessment], "Clarification of the question", "vraagverheldering")
* output[assessment].type = TaskOutput#assessment
* output[assessment].value[x] only Reference(QuestionnaireResponse)
* insert Say(output[addendum], "What came up after the end", "aanvulling")
* output[addendum].type = TaskOutput#addendum
* output[addendum].value[x] only Annotation or Reference(Communication)
