CodeSystem: Problem
Id: waw-problem
Title: "Why the server refuses"
Description: "One code per rule; carried in OperationOutcome.issue.details. The same as enum nl.wally.shared.Problem."
* ^experimental = false
* ^caseSensitive = true
* ^property[0].code = #issue-type
* ^property[0].description = "The FHIR issue type that goes with the problem"
* ^property[0].type = #code
* ^property[1].code = #http-status
* ^property[1].description = "The HTTP status of an answer that begins with this problem"
* ^property[1].type = #integer
* ^property[2].code = #remedy
* ^property[2].description = "What to do about it"
* ^property[2].type = #string
* ^property[3].code = #cause-nl
* ^property[3].description = "The definition in Dutch"
* ^property[3].type = #string
* ^property[4].code = #remedy-nl
* ^property[4].description = "What to do about it, in Dutch"
* ^property[4].type = #string
* #unreadable "Unreadable body" "The body cannot be read as FHIR R4 JSON or XML."
* #unreadable insert Problem([["Het bericht is onleesbaar"]], structure, 400)
* #unreadable insert Remedy([["Check that it is well-formed and whole, and that every element exists in FHIR R4."]], [["Het bericht is niet te lezen als FHIR R4 in JSON of XML."]], [["Controleer of het welgevormd en compleet is, en of elk element in FHIR R4 bestaat."]])
* #not-supported "Not offered" "This interaction or resource type is not offered."
* #not-supported insert Problem([["Dit wordt niet aangeboden"]], not-supported, 405)
* #not-supported insert Remedy([["See /fhir/metadata for what is."]], [["Deze handeling of dit soort resource wordt niet aangeboden."]], [["Zie /fhir/metadata voor wat er wel is."]])
* #parameter-unknown "Unknown parameter" "This parameter is not offered."
* #parameter-unknown insert Problem([["Onbekende parameter"]], not-supported, 400)
* #parameter-unknown insert Remedy([["Leave it out; see /fhir/metadata for those that are."]], [["Deze parameter wordt niet aangeboden."]], [["Laat hem weg; zie /fhir/metadata voor wat er wel is."]])
* #parameter-invalid "Invalid parameter" "A parameter has a value that cannot be used."
* #parameter-invalid insert Problem([["Ongeldige parameter"]], invalid, 400)
* #parameter-invalid insert Remedy([["Check the form of each value against the page of search parameters."]], [["Een parameter heeft een onbruikbare waarde."]], [["Vergelijk de vorm van elke waarde met de pagina over zoekparameters."]])
* #unauthenticated "Not authenticated" "A valid access token is required."
* #unauthenticated insert Problem([["Niet aangemeld"]], login, 401)
* #unauthenticated insert Remedy([["Ask the token endpoint for one and send it in the header Authorization: Bearer."]], [["Er is een geldig toegangstoken nodig."]], [["Vraag er een aan bij het token-adres en stuur het mee in de kop Authorization: Bearer."]])
* #forbidden "Forbidden" "This caller may not do this."
* #forbidden insert Problem([["Niet toegestaan voor u"]], forbidden, 403)
* #forbidden insert Remedy([["See the page of the operation for who may."]], [["Deze aanroeper mag dit niet doen."]], [["Zie de pagina van de handeling voor wie het wel mag."]])
* #not-found "Not found" "There is no such resource that you may see; an update creates nothing."
* #not-found insert Problem([["Niet gevonden"]], not-found, 404)
* #not-found insert Remedy([["Check type and id, and whether the referral is of your practice or team."]], [["Er is geen resource met dit adres die u mag zien; een wijziging maakt niets aan."]], [["Controleer soort en id, en of de verwijzing van uw praktijk of team is."]])
* #not-acceptable "Format not acceptable" "Only application/fhir+json and application/fhir+xml are offered."
* #not-acceptable insert Problem([["Dit antwoordformaat wordt niet aangeboden"]], not-supported, 406)
* #not-acceptable insert Remedy([["Name one of them in the header Accept."]], [["Alleen application/fhir+json en application/fhir+xml worden aangeboden."]], [["Noem een van beide in de kop Accept."]])
* #duplicate "Duplicate referral" "This placer number was used before for a referral with other content."
* #duplicate insert Problem([["Dit verwijsnummer is al gebruikt voor een andere verwijzing"]], duplicate, 409)
* #duplicate insert Remedy([["Give a new referral a new number; send the same referral again without any change."]], [["Dit verwijsnummer is al gebruikt voor een verwijzing met een andere inhoud."]], [["Geef een nieuwe verwijzing een nieuw nummer; stuur dezelfde verwijzing opnieuw zonder iets te wijzigen."]])
* #conflict "Simultaneous change" "Another change happened at the same moment."
* #conflict insert Problem([["Gelijktijdige wijziging"]], conflict, 409)
* #conflict insert Remedy([["Read again and retry."]], [["Er was op hetzelfde moment een andere wijziging."]], [["Lees opnieuw en probeer het nog eens."]])
* #version-stale "Version is stale" "If-Match names an older version."
* #version-stale insert Problem([["De versie is verouderd"]], conflict, 412)
* #version-stale insert Remedy([["Read again and retry with the version that you read."]], [["If-Match noemt een oudere versie."]], [["Lees opnieuw en probeer het nog eens met de versie die u las."]])
* #too-large "Too large" "The body is larger than this server accepts."
* #too-large insert Problem([["Het bericht is te groot"]], too-long, 413)
* #too-large insert Remedy([["Send one referral at a time, without attachments."]], [["Het bericht is groter dan deze server aanneemt."]], [["Stuur één verwijzing per keer, zonder bijlagen."]])
* #media-type "Media type not offered" "The body has a type or encoding that is not offered."
* #media-type insert Problem([["Dit berichtformaat wordt niet aangeboden"]], not-supported, 415)
* #media-type insert Remedy([["Send application/fhir+json or application/fhir+xml in UTF-8, uncompressed."]], [["Het bericht heeft een formaat of codering die niet wordt aangeboden."]], [["Stuur application/fhir+json of application/fhir+xml in UTF-8, niet ingepakt."]])
* #version-required "If-Match missing" "A change says which version was read."
* #version-required insert Problem([["If-Match ontbreekt"]], required, 428)
* #version-required insert Remedy([["Send If-Match with the version that you read, for example W/\"3\"."]], [["Een wijziging zegt welke versie er gelezen is."]], [["Stuur If-Match mee met de versie die u las, bijvoorbeeld W/\"3\"."]])
* #version-invalid "If-Match unreadable" "If-Match must name one version."
* #version-invalid insert Problem([["If-Match is onleesbaar"]], invalid, 400)
* #version-invalid insert Remedy([["Send the ETag of the read as it is, for example W/\"3\"."]], [["If-Match moet één versie noemen."]], [["Stuur de ETag van het lezen zoals die is, bijvoorbeeld W/\"3\"."]])
* #too-many-requests "Too many requests" "There were too many requests in a short time."
* #too-many-requests insert Problem([["Te veel verzoeken"]], throttled, 429)
* #too-many-requests insert Remedy([["Wait for as many seconds as the header Retry-After says, and retry."]], [["Er waren te veel verzoeken in korte tijd."]], [["Wacht zoveel seconden als de kop Retry-After zegt en probeer het dan opnieuw."]])
* #profile-violation "Profile violated" "The resource does not conform to the profile for its type."
* #profile-violation insert Problem([["Het bericht voldoet niet aan het profiel"]], invariant, 422)
* #profile-violation insert Remedy([["Compare the element with the page of the profile; $validate says the same without storing anything."]], [["De resource voldoet niet aan het profiel voor haar soort."]], [["Vergelijk het element met de pagina van het profiel; $validate zegt hetzelfde zonder iets op te slaan."]])
* #bundle-required "Bundle required" "The parts of a referral are not sent one by one."
* #bundle-required insert Problem([["Stuur een verwijzing als een geheel"]], business-rule, 422)
* #bundle-required insert Remedy([["Send a referral as one transaction Bundle of Patient, Consent, ServiceRequest, Task and CommunicationRequest; a question as one of CommunicationRequest and information Task."]], [["De delen van een verwijzing worden niet los gestuurd."]], [["Stuur een verwijzing als één transactie-Bundle van Patient, Consent, ServiceRequest, Task en CommunicationRequest; een vraag als één van CommunicationRequest en informatie-Task."]])
* #bundle-incomplete "Bundle incomplete" "The referral Bundle misses a part or has one too many."
* #bundle-incomplete insert Problem([["De verwijzing is niet compleet"]], required, 422)
* #bundle-incomplete insert Remedy([["Compare it with the example of a referral in the guide."]], [["De Bundle van de verwijzing mist een deel of heeft er een te veel."]], [["Vergelijk hem met het voorbeeld van een verwijzing in de gids."]])
* #reference-unresolved "Reference unresolved" "A reference points to nothing that you may see."
* #reference-unresolved insert Problem([["Een verwijzing in het bericht klopt niet"]], not-found, 422)
* #reference-unresolved insert Remedy([["Refer to an entry of this Bundle by its fullUrl, or to what is registered here as Type/id."]], [["Een referentie wijst naar niets dat u mag zien."]], [["Verwijs naar een onderdeel van deze Bundle met zijn fullUrl, of naar wat hier geregistreerd is als Type/id."]])
* #requester-mismatch "Requester of another practice" "The requester does not belong to the practice of the caller."
* #requester-mismatch insert Problem([["De aanvrager hoort niet bij uw praktijk"]], business-rule, 422)
* #requester-mismatch insert Remedy([["Name a PractitionerRole of your own practice, or the practice itself."]], [["De aanvrager hoort niet bij de praktijk van de aanroeper."]], [["Noem een PractitionerRole van uw eigen praktijk, of de praktijk zelf."]])
* #identifier-system-foreign "Foreign identifier system" "The identifier system does not belong to the practice of the caller."
* #identifier-system-foreign insert Problem([["Dit nummersysteem hoort niet bij uw praktijk"]], business-rule, 422)
* #identifier-system-foreign insert Remedy([["Use the system that is registered with your practice."]], [["Het nummersysteem hoort niet bij de praktijk van de aanroeper."]], [["Gebruik het nummersysteem dat bij uw praktijk geregistreerd is."]])
* #bsn-refused "BSN refused" "This server does not accept the BSN."
* #bsn-refused insert Problem([["Het BSN wordt hier niet aangenomen"]], business-rule, 422)
* #bsn-refused insert Remedy([["Leave it out, wherever it stands."]], [["Deze server neemt het BSN niet aan."]], [["Laat het weg, waar het ook staat."]])
* #consent-missing "Consent missing" "There is no active consent of this person for sharing with the social organisation."
* #consent-missing insert Problem([["Toestemming ontbreekt"]], business-rule, 422)
* #consent-missing insert Remedy([["Ask the person first, and send a Consent that permits share-with-social."]], [["Er is geen geldige toestemming van deze persoon om te delen met de welzijnsorganisatie."]], [["Vraag het eerst aan de persoon, en stuur een Consent die share-with-social toestaat."]])
* #crisis "Crisis" "A crisis is not handled here."
* #crisis insert Problem([["Een crisis hoort hier niet: bel zelf"]], business-rule, 422)
* #crisis insert Remedy([["Call the emergency number 112, or the crisis service of mental health care or the municipality."]], [["Een crisis wordt hier niet behandeld."]], [["Bel 112, of de crisisdienst van de ggz of de gemeente."]])
* #feedback-request-missing "Feedback request missing" "A CommunicationRequest that asks for feedback is required."
* #feedback-request-missing insert Problem([["De vraag om terugkoppeling ontbreekt"]], required, 422)
* #feedback-request-missing insert Remedy([["Add one of category feedback-request that names the requester and the practice as recipients."]], [["Er hoort een CommunicationRequest bij die om terugkoppeling vraagt."]], [["Voeg er een toe van categorie feedback-request met de aanvrager en de praktijk als ontvangers."]])
* #team-missing "Team missing" "This practice has no team yet."
* #team-missing insert Problem([["Deze praktijk heeft nog geen Wally"]], business-rule, 422)
* #team-missing insert Remedy([["Ask the coordinator to make one."]], [["Deze praktijk heeft nog geen team."]], [["Vraag de coördinator om er een te maken."]])
* #receiver-outside-team "Receiver outside the team" "The receiver wanted is not in the current team of this practice."
* #receiver-outside-team insert Problem([["De gekozen ontvanger hoort niet bij het team van de praktijk"]], business-rule, 422)
* #receiver-outside-team insert Remedy([["Leave the receiver out: the server knows the Wally of the practice."]], [["De gewenste ontvanger hoort niet bij het huidige team van deze praktijk."]], [["Laat de ontvanger weg: de server kent de Wally van de praktijk."]])
* #owner-outside-team "Owner outside the team" "The owner moves only within restriction.recipient."
* #owner-outside-team insert Problem([["De nieuwe eigenaar hoort niet bij het team"]], business-rule, 422)
* #owner-outside-team insert Remedy([["Choose an owner from restriction.recipient of the Task."]], [["De eigenaar verandert alleen binnen restriction.recipient."]], [["Kies een eigenaar uit restriction.recipient van de Task."]])
* #time-in-future "Time in the future" "A time lies more than five minutes ahead."
* #time-in-future insert Problem([["Tijdstip ligt in de toekomst"]], value, 422)
* #time-in-future insert Remedy([["Check the clock and the time zone of your system."]], [["Een tijdstip ligt meer dan vijf minuten vooruit."]], [["Controleer de klok en de tijdzone van uw systeem."]])
* #element-immutable "Element is immutable" "This element never changes after creation."
* #element-immutable insert Problem([["Dit onderdeel kan niet meer wijzigen"]], business-rule, 422)
* #element-immutable insert Remedy([["Send it as you read it."]], [["Dit element wijzigt niet meer nadat het is aangemaakt."]], [["Stuur het zoals u het las."]])
* #transition-not-allowed "Transition not allowed" "This change of status is not in the table of transitions."
* #transition-not-allowed insert Problem([["Deze stap kan niet vanuit deze status"]], business-rule, 422)
* #transition-not-allowed insert Remedy([["See the page of states for the steps that are; $available-actions tells those that you can take now."]], [["Deze wijziging van status staat niet in de tabel van overgangen."]], [["Zie de pagina over statussen voor de stappen die er zijn; $available-actions noemt wat u nu kunt doen."]])
* #element-not-allowed "Element may not change now" "This element may not be changed by this caller in this status."
* #element-not-allowed insert Problem([["Dit onderdeel mag u nu niet wijzigen"]], business-rule, 422)
* #element-not-allowed insert Remedy([["Send it as you read it; $available-actions tells what you can change now."]], [["Dit element mag deze aanroeper in deze status niet wijzigen."]], [["Stuur het zoals u het las; $available-actions noemt wat u nu kunt wijzigen."]])
* #status-reason "Status reason missing or wrong" "statusReason is missing or not allowed in this status."
* #status-reason insert Problem([["De reden ontbreekt of past niet"]], required, 422)
* #status-reason insert Remedy([["See the page of states for the reasons of each status."]], [["statusReason ontbreekt of is in deze status niet toegestaan."]], [["Zie de pagina over statussen voor de redenen per status."]])
* #business-status "Business status wrong" "businessStatus is not allowed in this status."
* #business-status insert Problem([["De voortgang past niet bij de status"]], business-rule, 422)
* #business-status insert Remedy([["See the page of states for the progress that goes with each status."]], [["businessStatus is in deze status niet toegestaan."]], [["Zie de pagina over statussen voor de voortgang die bij elke status hoort."]])
* #resume-date-missing "Resume date missing" "A Task on hold carries the date on which it is expected to resume."
* #resume-date-missing insert Problem([["De verwachte hervatdatum ontbreekt"]], required, 422)
* #resume-date-missing insert Remedy([["Add the extension waw-resume-date with a day in the future."]], [["Een Task die wacht heeft een datum waarop hij naar verwachting verdergaat."]], [["Voeg de extensie waw-resume-date toe met een dag in de toekomst."]])
* #feedback-missing "Feedback missing" "A final feedback to the GP is required in Task.output."
* #feedback-missing insert Problem([["De terugkoppeling aan de huisarts ontbreekt"]], required, 422)
* #feedback-missing insert Remedy([["Send the Communication in one transaction with the Task, and refer to it from an output of type final-feedback."]], [["Task.output moet een laatste terugkoppeling aan de huisarts bevatten."]], [["Stuur de Communication in één transactie met de Task, en verwijs ernaar vanuit een output van het type final-feedback."]])
* #answer-missing "Answer missing" "An answer to the question is required in Task.output."
* #answer-missing insert Problem([["Het antwoord op de vraag ontbreekt"]], required, 422)
* #answer-missing insert Remedy([["Send the Communication in one transaction with the Task, and refer to it from an output of type answer."]], [["Task.output moet een antwoord op de vraag bevatten."]], [["Stuur de Communication in één transactie met de Task, en verwijs ernaar vanuit een output van het type answer."]])
* #outcome-missing "Outcome missing" "A coded outcome is required in Task.output."
* #outcome-missing insert Problem([["De uitkomst ontbreekt"]], required, 422)
* #outcome-missing insert Remedy([["Add an output of type outcome with a code of waw-outcome."]], [["Task.output moet een gecodeerde uitkomst bevatten."]], [["Voeg een output van het type outcome toe met een code van waw-outcome."]])
* #subtask-open "Cancellation request open" "A cancellation request is still open."
* #subtask-open insert Problem([["Er staat nog een verzoek open"]], business-rule, 422)
* #subtask-open insert Remedy([["Accept or reject it first."]], [["Er staat nog een verzoek om te annuleren open."]], [["Willig het eerst in of wijs het af."]])
* #cancellation-not-accepted "Cancellation not accepted" "An accepted cancellation Task or withdrawn consent is required."
* #cancellation-not-accepted insert Problem([["Er is geen aanvaard verzoek tot annuleren"]], business-rule, 422)
* #cancellation-not-accepted insert Remedy([["Ask to stop with a Task of code abort, and wait for the answer."]], [["Er is een aanvaarde annulerings-Task of ingetrokken toestemming nodig."]], [["Vraag om te stoppen met een Task met code abort, en wacht op het antwoord."]])
* #internal "Internal error" "Something went wrong on the server; nothing was stored."
* #internal insert Problem([["Er ging iets mis bij ons"]], exception, 500)
* #internal insert Remedy([["Retry later; if it stays so, tell the operator the number of the incident."]], [["Er ging iets mis op de server; er is niets opgeslagen."]], [["Probeer het later nog eens; blijft het zo, geef de beheerder dan het nummer van het incident."]])
* #unavailable "Unavailable" "The server cannot reach its database, or has as much to do as it can."
* #unavailable insert Problem([["Even niet beschikbaar"]], transient, 503)
* #unavailable insert Remedy([["Retry later: after as many seconds as the header Retry-After says, where there is one."]], [["De server kan zijn database niet bereiken, of heeft zoveel te doen als hij aankan."]], [["Probeer het later nog eens: na zoveel seconden als de kop Retry-After zegt, als die er is."]])
