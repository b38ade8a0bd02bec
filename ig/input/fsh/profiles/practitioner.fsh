Profile: TeamPractitioner
Parent: Practitioner
Id: waw-practitioner
Title: "Practitioner"
Description: "A GP, practice nurse, Wally or wellbeing coach. A Wally needs no number of a care register."
* insert Addressable
* active MS
* name 1..* MS
* name obeys waw-name
* insert Say(name, "Name", "naam")
* telecom MS
* insert Say(telecom, "Ways to reach", "contactgegevens")
* photo MS
* insert Say(photo, [["Photo: practice and Wally know each other (W-12)"]], "foto")
