CodeSystem: Action
Id: waw-action
Title: "What one can do with a referral"
Description: "The actions that $available-actions names: the rows of the tables of transitions of a referral Task (T) and of the Tasks beside it (I, A), and what may be written while the status stays."
* ^experimental = false
* ^caseSensitive = true
* #T02 "Open the referral"
* #T02 insert Dutch([["Verwijzing openen"]])
* #T03 "Accept"
* #T03 insert Dutch([["Aannemen"]])
* #T04 "Accept"
* #T04 insert Dutch([["Aannemen"]])
* #T05 "Reject"
* #T05 insert Dutch([["Afwijzen"]])
* #T06 "Reject"
* #T06 insert Dutch([["Afwijzen"]])
* #T07 "Cancel before it is opened"
* #T07 insert Dutch([["Intrekken"]])
* #T08 "Cancel before it is accepted"
* #T08 insert Dutch([["Intrekken"]])
* #T09 "Cancel before it starts"
* #T09 insert Dutch([["Intrekken"]])
* #T10 "Start"
* #T10 insert Dutch([["Starten"]])
* #T11 "Put on hold"
* #T11 insert Dutch([["Pauzeren"]])
* #T12 "End without a result before it started"
* #T12 insert Dutch([["Stoppen zonder resultaat"]])
* #T13 "Complete without a start"
* #T13 insert Dutch([["Afronden"]])
* #T14 "Put on hold"
* #T14 insert Dutch([["Pauzeren"]])
* #T15 "Resume"
* #T15 insert Dutch([["Hervatten"]])
* #T16 "Complete"
* #T16 insert Dutch([["Afronden"]])
* #T17 "End without a result"
* #T17 insert Dutch([["Stoppen zonder resultaat"]])
* #T18 "End without a result"
* #T18 insert Dutch([["Stoppen zonder resultaat"]])
* #T19 "Cancel as agreed"
* #T19 insert Dutch([["Stoppen op verzoek"]])
* #T20 "Cancel as agreed"
* #T20 insert Dutch([["Stoppen op verzoek"]])
* #T21 "Mark as sent by mistake"
* #T21 insert Dutch([["Markeren als vergissing"]])
* #T22 "Mark as entered in error"
* #T22 insert Dutch([["Markeren als vergissing"]])
* #T23 "End what nobody can finish"
* #T23 insert Dutch([["Beëindigen als coördinator"]])
* #T24 "Cancel as coordinator"
* #T24 insert Dutch([["Beëindigen als coördinator"]])
* #progress "Record progress"
* #progress insert Dutch([["Voortgang vastleggen"]])
* #note "Add a note"
* #note insert Dutch([["Opmerking toevoegen"]])
* #result "Add a result"
* #result insert Dutch([["Resultaat toevoegen"]])
* #addendum "Add an addendum"
* #addendum insert Dutch([["Aanvulling toevoegen"]])
* #hand-over "Hand over"
* #hand-over insert Dutch([["Overdragen"]])
* #team "Change who may take over"
* #team insert Dutch([["Wijzigen wie mag overnemen"]])
* #input "Refer to a message"
* #input insert Dutch([["Naar een bericht verwijzen"]])
* #contact-attempt "Record a contact attempt"
* #contact-attempt insert Dutch([["Contactpoging vastleggen"]])
* #interim-feedback "Give interim feedback"
* #interim-feedback insert Dutch([["Tussentijds terugkoppelen"]])
* #message "Send a message"
* #message insert Dutch([["Bericht sturen"]])
* #I01 "Ask the GP a question"
* #I01 insert Dutch([["Vraag stellen aan de huisarts"]])
* #I02 "Answer the question"
* #I02 insert Dutch([["Vraag beantwoorden"]])
* #I03 "Take the question back"
* #I03 insert Dutch([["Vraag intrekken"]])
* #A01 "Ask to stop the referral"
* #A01 insert Dutch([["Vragen om te stoppen"]])
* #A02 "Agree to stop"
* #A02 insert Dutch([["Akkoord met stoppen"]])
* #A03 "Decline to stop"
* #A03 insert Dutch([["Niet akkoord met stoppen"]])
* #A04 "Take the request to stop back"
* #A04 insert Dutch([["Verzoek om te stoppen intrekken"]])
* #withdraw-consent "Note that consent is withdrawn"
* #withdraw-consent insert Dutch([["Intrekken van toestemming vastleggen"]])
* #clarify "Clarify the question"
* #clarify insert Dutch([["Vraag verhelderen"]])
