Profile: Referral
Parent: ServiceRequest
Id: waw-referral
Title: "Referral"
Description: "A GP or practice nurse asks the fixed social worker of the practice to help a person with a social question. Sent as part of a transaction Bundle; immutable once active; its later status is written by the server."
* insert Addressable
* extension contains
    DiscussedByPhone named discussedByPhone 0..1 MS and
    SafeToCall named safeToCall 0..1 MS and
    VoicemailAllowed named voicemailAllowed 0..1 MS and
    CrisisTicked named crisis 0..1 MS and
    Practice named practice 0..1 MS and
    http://hl7.org/fhir/StructureDefinition/request-statusReason named statusReason 0..1 MS
* insert Say(extension[discussedByPhone], "Already discussed by phone", "telefonisch overlegd")
* insert Say(extension[safeToCall], "Safe to call at home", "veilig bellen")
* insert Say(extension[voicemailAllowed], "Voicemail may be left", "voicemail inspreken mag")
* insert Say(extension[crisis], "Crisis: true is refused", "crisis")
* insert Say(extension[practice], "Practice of the referral - written by the server", "huisartsenpraktijk")
* insert Say(extension[statusReason], "Why the referral ended - written by the server", "reden van de status")
* identifier 1..* MS
* identifier ^slicing.discriminator.type = #pattern
* identifier ^slicing.discriminator.path = "type"
* identifier ^slicing.rules = #open
* insert Say(identifier, "Numbers of the referral", "verwijsnummers")
* identifier contains placer 1..1 MS and referralNumber 0..1 MS
* insert Say(identifier[placer], [["Number of the sender, in a system of the practice or its HIS"]], "nummer van de aanvrager")
* identifier[placer].type 1..1
* identifier[placer].type = http://terminology.hl7.org/CodeSystem/v2-0203#PLAC
* identifier[placer].system 1..1 MS
* identifier[placer].value 1..1 MS
* insert Say(identifier[referralNumber], [["Number that the server gives, readable over the phone"]], "verwijsnummer")
* identifier[referralNumber].type 1..1
* identifier[referralNumber].type = http://terminology.hl7.org/CodeSystem/v2-0203#FILL
* identifier[referralNumber].system 1..1 MS
* identifier[referralNumber].system = "http://waariswally.nl/fhir/sid/referral-number"
* identifier[referralNumber].value 1..1 MS
* identifier[referralNumber].value obeys waw-referral-number
* replaces 0..1 MS
* replaces only Reference(ServiceRequest)
* insert Say(replaces, "Earlier referral that this one takes up again", "vervangt")
* status MS
* status from ReferralStatusCodes (required)
* insert Say(status, "active | completed | revoked | entered-in-error", "status")
* intent = #order
* category 1..1 MS
* category = ReferralCategory#social
* insert Say(category, "A social question", "soort verwijzing")
* priority MS
* insert Say(priority, [["routine | urgent (sooner - in office hours); asap and stat are refused"]], "urgentie")
* doNotPerform 0..0
* orderDetail 0..0
* subject only Reference(Patient)
* subject MS
* insert Say(subject, "The person referred", "cliënt")
* encounter 0..0
* authoredOn 1..1 MS
* insert Say(authoredOn, [["When it was written, with seconds and zone"]], "verwijsdatum")
* requester 1..1 MS
* requester only Reference(PractitionerRole or Organization)
* insert Say(requester, [["GP or practice nurse; a locum without a role here: the practice, with the name as display"]], "verwijzer")
* performer 0..1 MS
* performer only Reference(PractitionerRole)
* insert Say(performer, [["Team member wanted; left out: the server chooses"]], "gewenste ontvanger")
* reasonCode 1..* MS
* reasonCode from ReferralReasonCodes (required)
* reasonCode obeys waw-no-diagnosis
* insert Say(reasonCode, [["ICPC-1-NL chapter Z or a complaint that goes with it, or an area of life"]], "reden van verwijzing")
* reasonReference 0..0
* insurance 0..0
* supportingInfo 1..1 MS
* supportingInfo only Reference(Consent)
* insert Say(supportingInfo, "The consent of the person", "toestemming")
* specimen 0..0
* bodySite 0..0
* note 1..* MS
* insert Say(note, "The question in the person's own words", "vraag van de cliënt")
* relevantHistory 0..0

Invariant: waw-no-diagnosis
Description: "Of ICPC-1-NL only chapter Z and complaints P01 to P29 are accepted, no diagnoses."
* severity = #error
* expression = "coding.where(system = 'http://hl7.org/fhir/sid/icpc-1-nl').all(code.matches('^(Z[0-9][0-9]|P[0-2][0-9])([.][0-9][0-9])?$'))"

Invariant: waw-referral-number
Description: "A referral number is WAW-, nine digits and a check digit (Damm)."
* severity = #error
* expression = "matches('^WAW-[0-9]{10}$')"
