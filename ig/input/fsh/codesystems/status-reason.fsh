CodeSystem: StatusReason
Id: waw-status-reason
Title: "Reason for the status of a referral"
Description: "Why a referral was rejected, put on hold, failed, cancelled or entered in error (Task.statusReason). Which codes fit which status is an invariant of waw-referral-task."
* ^experimental = false
* ^caseSensitive = true
* #no-capacity "No capacity"
* #no-capacity insert Dutch([["Geen plaats"]])
* #wrong-domain "Not a social question"
* #wrong-domain insert Dutch([["Geen vraag voor het sociaal domein"]])
* #needs-care "Needs health care"
* #needs-care insert Dutch([["Zorg nodig"]])
* #crisis "Crisis"
* #crisis insert Dutch([["Crisis"]])
* #not-eligible "Not eligible"
* #not-eligible insert Dutch([["Komt niet in aanmerking"]])
* #duplicate "Duplicate"
* #duplicate insert Dutch([["Dubbel"]])
* #client-declined "Person declined"
* #client-declined insert Dutch([["Cliënt wil niet"]])
* #client-deceased "Person died"
* #client-deceased insert Dutch([["Cliënt overleden"]])
* #insufficient-information "Insufficient information"
* #insufficient-information insert Dutch([["Te weinig informatie"]])
* #client-hospital "Person in hospital"
* #client-hospital insert Dutch([["Cliënt in het ziekenhuis"]])
* #client-holiday "Person on holiday"
* #client-holiday insert Dutch([["Cliënt op vakantie"]])
* #waiting-list "Waiting list"
* #waiting-list insert Dutch([["Wachtlijst"]])
* #awaiting-third-party "Awaiting a third party"
* #awaiting-third-party insert Dutch([["Wacht op een derde"]])
* #unreachable "Unreachable"
* #unreachable insert Dutch([["Niet bereikbaar"]])
* #client-stopped "Person stopped"
* #client-stopped insert Dutch([["Cliënt is gestopt"]])
* #client-moved "Person moved away"
* #client-moved insert Dutch([["Cliënt verhuisd"]])
* #service-stopped "Service stopped"
* #service-stopped insert Dutch([["Dienst gestopt"]])
* #withdrawn-by-gp "Withdrawn by the GP"
* #withdrawn-by-gp insert Dutch([["Ingetrokken door de huisarts"]])
* #consent-withdrawn "Consent withdrawn"
* #consent-withdrawn insert Dutch([["Toestemming ingetrokken"]])
* #replaced "Replaced by another referral"
* #replaced insert Dutch([["Vervangen door een andere verwijzing"]])
* #wrong-person "Wrong person"
* #wrong-person insert Dutch([["Verkeerde persoon"]])
* #wrong-practice "Wrong practice"
* #wrong-practice insert Dutch([["Verkeerde praktijk"]])
* #test "Test"
* #test insert Dutch([["Test"]])
* #other "Other, see text"
* #other insert Dutch([["Anders, zie tekst"]])
