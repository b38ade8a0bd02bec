Profile: Representative
Parent: RelatedPerson
Id: waw-representative
Title: "Representative"
Description: "Someone who speaks for the person, or whom the Wally may call instead."
* insert Addressable
* patient MS
* insert Say(patient, "The person referred", "cliënt")
* relationship 1..* MS
* insert Say(relationship, "What this one is to the person", "relatie tot de cliënt")
* name 1..* MS
* name obeys waw-name
* insert Say(name, "Name", "naam")
* telecom 1..* MS
* insert Say(telecom, "Ways to reach the representative", "contactgegevens")
* photo 0..0
