CodeSystem: Problem
Id: waw-problem
Title: "Why the server refuses"
Description: "One code per rule; carried in OperationOutcome.issue.details. The same as enum nl.wally.shared.Problem."
* ^experimental = false
* ^caseSensitive = true
* ^property[0].code = #issue-type
* ^property[0].description = "The FHIR issue type that goes with the problem"
* ^property[0].type = #code
* #unreadable "Unreadable body" "The body cannot be read as FHIR R4 JSON or XML"
* #unreadable insert Problem([["Het bericht is onleesbaar"]], structure)
* #not-supported "Not offered" "This interaction or resource type is not offered; see /fhir/metadata"
* #not-supported insert Problem([["Dit wordt niet aangeboden"]], not-supported)
* #parameter-unknown "Unknown parameter" "This search parameter is not offered; see /fhir/metadata"
* #parameter-unknown insert Problem([["Onbekende parameter"]], not-supported)
* #parameter-invalid "Invalid parameter" "A parameter has a value that cannot be used"
* #parameter-invalid insert Problem([["Ongeldige parameter"]], invalid)
* #unauthenticated "Not authenticated" "A valid access token is required"
* #unauthenticated insert Problem([["Niet aangemeld"]], login)
* #forbidden "Forbidden" "This caller may not do this"
* #forbidden insert Problem([["Niet toegestaan voor u"]], forbidden)
* #not-found "Not found" "There is no such resource that you may see; an update creates nothing"
* #not-found insert Problem([["Niet gevonden"]], not-found)
* #not-acceptable "Format not acceptable" "Only application/fhir+json and application/fhir+xml are offered"
* #not-acceptable insert Problem([["Dit antwoordformaat wordt niet aangeboden"]], not-supported)
* #duplicate "Duplicate referral" "This placer number was used before for a referral with other content"
* #duplicate insert Problem([["Dit verwijsnummer is al gebruikt voor een andere verwijzing"]], duplicate)
* #conflict "Simultaneous change" "Another change happened at the same moment: read again and retry"
* #conflict insert Problem([["Gelijktijdige wijziging"]], conflict)
* #version-stale "Version is stale" "If-Match names an older version: read again and retry"
* #version-stale insert Problem([["De versie is verouderd"]], conflict)
* #too-large "Too large" "The body is larger than this server accepts"
* #too-large insert Problem([["Het bericht is te groot"]], too-long)
* #media-type "Media type not offered" "Send application/fhir+json or application/fhir+xml in UTF-8"
* #media-type insert Problem([["Dit berichtformaat wordt niet aangeboden"]], not-supported)
* #version-required "If-Match missing" "Send If-Match with the version that you read, for example W/\"3\""
* #version-required insert Problem([["If-Match ontbreekt"]], required)
* #version-invalid "If-Match unreadable" "If-Match must name one version, for example W/\"3\""
* #version-invalid insert Problem([["If-Match is onleesbaar"]], invalid)
* #too-many-requests "Too many requests" "Too many requests: wait and retry"
* #too-many-requests insert Problem([["Te veel verzoeken"]], throttled)
* #profile-violation "Profile violated" "The resource does not conform to the profile for its type"
* #profile-violation insert Problem([["Het bericht voldoet niet aan het profiel"]], invariant)
* #bundle-required "Bundle required" "A referral is sent as one transaction Bundle of Patient, Consent, ServiceRequest, Task and CommunicationRequest; a question as one of CommunicationRequest and information Task"
* #bundle-required insert Problem([["Stuur een verwijzing als een geheel"]], business-rule)
* #bundle-incomplete "Bundle incomplete" "The referral Bundle misses a part or has one too many"
* #bundle-incomplete insert Problem([["De verwijzing is niet compleet"]], required)
* #reference-unresolved "Reference unresolved" "A reference points to nothing that you may see"
* #reference-unresolved insert Problem([["Een verwijzing in het bericht klopt niet"]], not-found)
* #requester-mismatch "Requester of another practice" "The requester does not belong to the practice of the caller"
* #requester-mismatch insert Problem([["De aanvrager hoort niet bij uw praktijk"]], business-rule)
* #identifier-system-foreign "Foreign identifier system" "The identifier system does not belong to the practice of the caller"
* #identifier-system-foreign insert Problem([["Dit nummersysteem hoort niet bij uw praktijk"]], business-rule)
* #bsn-refused "BSN refused" "This server does not accept the BSN: leave it out"
* #bsn-refused insert Problem([["Het BSN wordt hier niet aangenomen"]], business-rule)
* #consent-missing "Consent missing" "There is no active consent of this person for sharing with the social organisation"
* #consent-missing insert Problem([["Toestemming ontbreekt"]], business-rule)
* #crisis "Crisis" "A crisis is not handled here: call the emergency number 112, or the crisis service of mental health care or the municipality"
* #crisis insert Problem([["Een crisis hoort hier niet: bel zelf"]], business-rule)
* #feedback-request-missing "Feedback request missing" "A CommunicationRequest that asks for feedback is required"
* #feedback-request-missing insert Problem([["De vraag om terugkoppeling ontbreekt"]], required)
* #team-missing "Team missing" "This practice has no team yet: ask the coordinator"
* #team-missing insert Problem([["Deze praktijk heeft nog geen Wally"]], business-rule)
* #receiver-outside-team "Receiver outside the team" "The receiver wanted is not in the current team of this practice"
* #receiver-outside-team insert Problem([["De gekozen ontvanger hoort niet bij het team van de praktijk"]], business-rule)
* #owner-outside-team "Owner outside the team" "The owner moves only within restriction.recipient"
* #owner-outside-team insert Problem([["De nieuwe eigenaar hoort niet bij het team"]], business-rule)
* #time-in-future "Time in the future" "A time lies more than five minutes ahead"
* #time-in-future insert Problem([["Tijdstip ligt in de toekomst"]], value)
* #element-immutable "Element is immutable" "This element never changes after creation"
* #element-immutable insert Problem([["Dit onderdeel kan niet meer wijzigen"]], business-rule)
* #transition-not-allowed "Transition not allowed" "This change of status is not in the table of transitions"
* #transition-not-allowed insert Problem([["Deze stap kan niet vanuit deze status"]], business-rule)
* #element-not-allowed "Element may not change now" "This element may not be changed by this caller in this status"
* #element-not-allowed insert Problem([["Dit onderdeel mag u nu niet wijzigen"]], business-rule)
* #status-reason "Status reason missing or wrong" "statusReason is missing or not allowed in this status"
* #status-reason insert Problem([["De reden ontbreekt of past niet"]], required)
* #business-status "Business status wrong" "businessStatus is not allowed in this status"
* #business-status insert Problem([["De voortgang past niet bij de status"]], business-rule)
* #resume-date-missing "Resume date missing" "A Task on hold carries the date on which it is expected to resume"
* #resume-date-missing insert Problem([["De verwachte hervatdatum ontbreekt"]], required)
* #feedback-missing "Feedback missing" "A final feedback to the GP is required in Task.output"
* #feedback-missing insert Problem([["De terugkoppeling aan de huisarts ontbreekt"]], required)
* #answer-missing "Answer missing" "An answer to the question is required in Task.output"
* #answer-missing insert Problem([["Het antwoord op de vraag ontbreekt"]], required)
* #outcome-missing "Outcome missing" "A coded outcome is required in Task.output"
* #outcome-missing insert Problem([["De uitkomst ontbreekt"]], required)
* #subtask-open "Cancellation request open" "A cancellation request is still open"
* #subtask-open insert Problem([["Er staat nog een verzoek open"]], business-rule)
* #cancellation-not-accepted "Cancellation not accepted" "An accepted cancellation Task or withdrawn consent is required"
* #cancellation-not-accepted insert Problem([["Er is geen aanvaard verzoek tot annuleren"]], business-rule)
* #internal "Internal error" "Something went wrong on the server; nothing was stored"
* #internal insert Problem([["Er ging iets mis bij ons"]], exception)
* #unavailable "Unavailable" "The server cannot reach its database: retry later"
* #unavailable insert Problem([["Even niet beschikbaar"]], transient)
