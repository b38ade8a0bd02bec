CodeSystem: AgendaPoint
Id: waw-agenda-point
Title: "What to discuss"
Description: "Why a referral is on the agenda of a quarterly meeting (W-11)."
* ^experimental = false
* ^caseSensitive = true
* #overdue "What was promised is overdue"
* #overdue insert Dutch([["Wat is beloofd, is te laat"]])
* #unattended "Nobody is there for it"
* #unattended insert Dutch([["Er is niemand voor"]])
* #not-begun "Not begun yet"
* #not-begun insert Dutch([["Nog niet begonnen"]])
* #waiting "Waits for an answer, a place or the person"
* #waiting insert Dutch([["Wacht op een antwoord, een plek of de inwoner"]])
* #stop-asked "The practice asked to stop"
* #stop-asked insert Dutch([["De praktijk vroeg om te stoppen"]])
* #under-way "Under way"
* #under-way insert Dutch([["Loopt"]])
* #ended "Ended since the last meeting"
* #ended insert Dutch([["Afgesloten sinds het vorige gesprek"]])
