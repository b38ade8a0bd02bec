Profile: Representative
Parent: RelatedPerson
Id: waw-representative
Title: "Representative"
Description: "Someone who speaks for the person, or whom the Wally may call instead. Sent with the referral, at most two; a part of that referral alone, so that another referral brings its own. A BSN is refused by the server (W-10)."
* insert Addressable
* extension contains Practice named practice 0..1 MS
* insert Say(extension[practice], "Practice of the referral - written by the server", "huisartsenpraktijk")
* active MS
* patient MS
* insert Say(patient, "The person referred - never changes", "cliënt")
* relationship 1..* MS
* insert Say(relationship, "What this one is to the person", "relatie tot de cliënt")
* name 1..* MS
* name obeys waw-name
* insert Say(name, "Name", "naam")
* telecom 1..* MS
* insert Say(telecom, "Ways to reach the representative", "contactgegevens")
* obeys waw-reachable
* photo 0..0
* communication MS
* insert Say(communication, "Languages", "taal")
