CodeSystem: Simulation
Id: waw-simulation
Title: "What the simulator plays"
Description: "Sentinels, for practice only: a coding in meta.tag of a resource that is sent (a message without a resource carries the code in the header X-WAW-Simulation). In the demo region the server then answers or acts as the code says. A server without simulator ignores the header and refuses a message with such a tag: practice never becomes a real referral."
* ^experimental = false
* ^caseSensitive = true
* ^property[0].code = #http-status
* ^property[0].description = "The HTTP status of the answer that is played"
* ^property[0].type = #integer
* #problem-unreadable "Refused: unreadable body" "Answered with HTTP status 400 and the problem unreadable, as if it had happened. Nothing is stored."
* #problem-unreadable insert Simulated([["Weigering: het bericht is onleesbaar"]], 400)
* #problem-not-supported "Refused: not offered" "Answered with HTTP status 405 and the problem not-supported, as if it had happened. Nothing is stored."
* #problem-not-supported insert Simulated([["Weigering: dit wordt niet aangeboden"]], 405)
* #problem-parameter-unknown "Refused: unknown parameter" "Answered with HTTP status 400 and the problem parameter-unknown, as if it had happened. Nothing is stored."
* #problem-parameter-unknown insert Simulated([["Weigering: onbekende parameter"]], 400)
* #problem-parameter-invalid "Refused: invalid parameter" "Answered with HTTP status 400 and the problem parameter-invalid, as if it had happened. Nothing is stored."
* #problem-parameter-invalid insert Simulated([["Weigering: ongeldige parameter"]], 400)
* #problem-unauthenticated "Refused: not authenticated" "Answered with HTTP status 401 and the problem unauthenticated, with the header WWW-Authenticate, as if it had happened. Nothing is stored."
* #problem-unauthenticated insert Simulated([["Weigering: niet aangemeld"]], 401)
* #problem-forbidden "Refused: forbidden" "Answered with HTTP status 403 and the problem forbidden, as if it had happened. Nothing is stored."
* #problem-forbidden insert Simulated([["Weigering: niet toegestaan voor u"]], 403)
* #problem-not-found "Refused: not found" "Answered with HTTP status 404 and the problem not-found, as if it had happened. Nothing is stored."
* #problem-not-found insert Simulated([["Weigering: niet gevonden"]], 404)
* #problem-not-acceptable "Refused: format not acceptable" "Answered with HTTP status 406 and the problem not-acceptable, as if it had happened. Nothing is stored."
* #problem-not-acceptable insert Simulated([["Weigering: dit antwoordformaat wordt niet aangeboden"]], 406)
* #problem-duplicate "Refused: duplicate referral" "Answered with HTTP status 409 and the problem duplicate, as if it had happened. Nothing is stored."
* #problem-duplicate insert Simulated([["Weigering: dit verwijsnummer is al gebruikt voor een andere verwijzing"]], 409)
* #problem-conflict "Refused: simultaneous change" "Answered with HTTP status 409 and the problem conflict, as if it had happened. Nothing is stored."
* #problem-conflict insert Simulated([["Weigering: gelijktijdige wijziging"]], 409)
* #problem-version-stale "Refused: version is stale" "Answered with HTTP status 412 and the problem version-stale, as if it had happened. Nothing is stored."
* #problem-version-stale insert Simulated([["Weigering: de versie is verouderd"]], 412)
* #problem-too-large "Refused: too large" "Answered with HTTP status 413 and the problem too-large, as if it had happened. Nothing is stored."
* #problem-too-large insert Simulated([["Weigering: het bericht is te groot"]], 413)
* #problem-media-type "Refused: media type not offered" "Answered with HTTP status 415 and the problem media-type, as if it had happened. Nothing is stored."
* #problem-media-type insert Simulated([["Weigering: dit berichtformaat wordt niet aangeboden"]], 415)
* #problem-version-required "Refused: If-Match missing" "Answered with HTTP status 428 and the problem version-required, as if it had happened. Nothing is stored."
* #problem-version-required insert Simulated([["Weigering: If-Match ontbreekt"]], 428)
* #problem-version-invalid "Refused: If-Match unreadable" "Answered with HTTP status 400 and the problem version-invalid, as if it had happened. Nothing is stored."
* #problem-version-invalid insert Simulated([["Weigering: If-Match is onleesbaar"]], 400)
* #problem-too-many-requests "Refused: too many requests" "Answered with HTTP status 429 and the problem too-many-requests, with the header Retry-After, as if it had happened. Nothing is stored."
* #problem-too-many-requests insert Simulated([["Weigering: te veel verzoeken"]], 429)
* #problem-profile-violation "Refused: profile violated" "Answered with HTTP status 422 and the problem profile-violation, as if it had happened. Nothing is stored."
* #problem-profile-violation insert Simulated([["Weigering: het bericht voldoet niet aan het profiel"]], 422)
* #problem-bundle-required "Refused: bundle required" "Answered with HTTP status 422 and the problem bundle-required, as if it had happened. Nothing is stored."
* #problem-bundle-required insert Simulated([["Weigering: stuur een verwijzing als een geheel"]], 422)
* #problem-bundle-incomplete "Refused: bundle incomplete" "Answered with HTTP status 422 and the problem bundle-incomplete, as if it had happened. Nothing is stored."
* #problem-bundle-incomplete insert Simulated([["Weigering: de verwijzing is niet compleet"]], 422)
* #problem-reference-unresolved "Refused: reference unresolved" "Answered with HTTP status 422 and the problem reference-unresolved, as if it had happened. Nothing is stored."
* #problem-reference-unresolved insert Simulated([["Weigering: een verwijzing in het bericht klopt niet"]], 422)
* #problem-requester-mismatch "Refused: requester of another practice" "Answered with HTTP status 422 and the problem requester-mismatch, as if it had happened. Nothing is stored."
* #problem-requester-mismatch insert Simulated([["Weigering: de aanvrager hoort niet bij uw praktijk"]], 422)
* #problem-identifier-system-foreign "Refused: foreign identifier system" "Answered with HTTP status 422 and the problem identifier-system-foreign, as if it had happened. Nothing is stored."
* #problem-identifier-system-foreign insert Simulated([["Weigering: dit nummersysteem hoort niet bij uw praktijk"]], 422)
* #problem-bsn-refused "Refused: BSN refused" "Answered with HTTP status 422 and the problem bsn-refused, as if it had happened. Nothing is stored."
* #problem-bsn-refused insert Simulated([["Weigering: het BSN wordt hier niet aangenomen"]], 422)
* #problem-consent-missing "Refused: consent missing" "Answered with HTTP status 422 and the problem consent-missing, as if it had happened. Nothing is stored."
* #problem-consent-missing insert Simulated([["Weigering: toestemming ontbreekt"]], 422)
* #problem-crisis "Refused: crisis" "Answered with HTTP status 422 and the problem crisis, as if it had happened. Nothing is stored."
* #problem-crisis insert Simulated([["Weigering: een crisis hoort hier niet: bel zelf"]], 422)
* #problem-feedback-request-missing "Refused: feedback request missing" "Answered with HTTP status 422 and the problem feedback-request-missing, as if it had happened. Nothing is stored."
* #problem-feedback-request-missing insert Simulated([["Weigering: de vraag om terugkoppeling ontbreekt"]], 422)
* #problem-team-missing "Refused: team missing" "Answered with HTTP status 422 and the problem team-missing, as if it had happened. Nothing is stored."
* #problem-team-missing insert Simulated([["Weigering: deze praktijk heeft nog geen Wally"]], 422)
* #problem-receiver-outside-team "Refused: receiver outside the team" "Answered with HTTP status 422 and the problem receiver-outside-team, as if it had happened. Nothing is stored."
* #problem-receiver-outside-team insert Simulated([["Weigering: de gekozen ontvanger hoort niet bij het team van de praktijk"]], 422)
* #problem-owner-outside-team "Refused: owner outside the team" "Answered with HTTP status 422 and the problem owner-outside-team, as if it had happened. Nothing is stored."
* #problem-owner-outside-team insert Simulated([["Weigering: de nieuwe eigenaar hoort niet bij het team"]], 422)
* #problem-time-in-future "Refused: time in the future" "Answered with HTTP status 422 and the problem time-in-future, as if it had happened. Nothing is stored."
* #problem-time-in-future insert Simulated([["Weigering: tijdstip ligt in de toekomst"]], 422)
* #problem-element-immutable "Refused: element is immutable" "Answered with HTTP status 422 and the problem element-immutable, as if it had happened. Nothing is stored."
* #problem-element-immutable insert Simulated([["Weigering: dit onderdeel kan niet meer wijzigen"]], 422)
* #problem-transition-not-allowed "Refused: transition not allowed" "Answered with HTTP status 422 and the problem transition-not-allowed, as if it had happened. Nothing is stored."
* #problem-transition-not-allowed insert Simulated([["Weigering: deze stap kan niet vanuit deze status"]], 422)
* #problem-element-not-allowed "Refused: element may not change now" "Answered with HTTP status 422 and the problem element-not-allowed, as if it had happened. Nothing is stored."
* #problem-element-not-allowed insert Simulated([["Weigering: dit onderdeel mag u nu niet wijzigen"]], 422)
* #problem-status-reason "Refused: status reason missing or wrong" "Answered with HTTP status 422 and the problem status-reason, as if it had happened. Nothing is stored."
* #problem-status-reason insert Simulated([["Weigering: de reden ontbreekt of past niet"]], 422)
* #problem-business-status "Refused: business status wrong" "Answered with HTTP status 422 and the problem business-status, as if it had happened. Nothing is stored."
* #problem-business-status insert Simulated([["Weigering: de voortgang past niet bij de status"]], 422)
* #problem-resume-date-missing "Refused: resume date missing" "Answered with HTTP status 422 and the problem resume-date-missing, as if it had happened. Nothing is stored."
* #problem-resume-date-missing insert Simulated([["Weigering: de verwachte hervatdatum ontbreekt"]], 422)
* #problem-feedback-missing "Refused: feedback missing" "Answered with HTTP status 422 and the problem feedback-missing, as if it had happened. Nothing is stored."
* #problem-feedback-missing insert Simulated([["Weigering: de terugkoppeling aan de huisarts ontbreekt"]], 422)
* #problem-answer-missing "Refused: answer missing" "Answered with HTTP status 422 and the problem answer-missing, as if it had happened. Nothing is stored."
* #problem-answer-missing insert Simulated([["Weigering: het antwoord op de vraag ontbreekt"]], 422)
* #problem-outcome-missing "Refused: outcome missing" "Answered with HTTP status 422 and the problem outcome-missing, as if it had happened. Nothing is stored."
* #problem-outcome-missing insert Simulated([["Weigering: de uitkomst ontbreekt"]], 422)
* #problem-subtask-open "Refused: cancellation request open" "Answered with HTTP status 422 and the problem subtask-open, as if it had happened. Nothing is stored."
* #problem-subtask-open insert Simulated([["Weigering: er staat nog een verzoek open"]], 422)
* #problem-cancellation-not-accepted "Refused: cancellation not accepted" "Answered with HTTP status 422 and the problem cancellation-not-accepted, as if it had happened. Nothing is stored."
* #problem-cancellation-not-accepted insert Simulated([["Weigering: er is geen aanvaard verzoek tot annuleren"]], 422)
* #problem-internal "Refused: internal error" "Answered with HTTP status 500 and the problem internal, as if it had happened. Nothing is stored."
* #problem-internal insert Simulated([["Weigering: er ging iets mis bij ons"]], 500)
* #problem-unavailable "Refused: unavailable" "Answered with HTTP status 503 and the problem unavailable, with the header Retry-After, as if it had happened. Nothing is stored."
* #problem-unavailable insert Simulated([["Weigering: even niet beschikbaar"]], 503)
* #slow "Slow answer" "The answer comes after five seconds; for the rest everything happens as without this code."
* #slow insert Dutch([["Traag antwoord"]])
* #robot-accept "Robot accepts" "In a new referral: a robot in the role of the owner opens it and accepts it, a few seconds between the steps."
* #robot-accept insert Dutch([["Robot neemt aan"]])
* #robot-reject "Robot rejects" "In a new referral: a robot in the role of the owner opens it and rejects it, with a reason and feedback to the GP."
* #robot-reject insert Dutch([["Robot wijst af"]])
* #robot-ask "Robot asks a question" "In a new referral: a robot in the role of the owner accepts it and asks the GP for information. Once the GP has answered, it starts, reaches the person and completes with feedback."
* #robot-ask insert Dutch([["Robot stelt een vraag"]])
* #robot-hold "Robot puts on hold" "In a new referral: a robot in the role of the owner accepts it, puts it on hold with a date on which it is expected to resume, and resumes after a few seconds."
* #robot-hold insert Dutch([["Robot pauzeert"]])
* #robot-unreachable "Robot cannot reach the person" "In a new referral: a robot in the role of the owner accepts it, tries three times to reach the person, and ends it as failed because the person is unreachable, with feedback to the GP."
* #robot-unreachable insert Dutch([["Robot krijgt geen contact"]])
* #robot-complete "Robot completes" "In a new referral: a robot in the role of the owner opens it, accepts it, starts, reaches the person, and completes it with final feedback and an outcome: the whole loop."
* #robot-complete insert Dutch([["Robot rondt af"]])
