Profile: Offer
Parent: HealthcareService
Id: waw-offer
Title: "Offer"
Description: "A group, activity, course or service in the social domain that a Wally can bring a person to."
* insert Addressable
* active MS
* providedBy 1..1 MS
* insert Say(providedBy, "Who offers it", "aanbieder")
* type MS
* insert Say(type, "Areas of life it helps with", "levensgebied")
* type from LifeAreaCodes (preferred)
* name 1..1 MS
* insert Say(name, "Name", "naam")
* comment MS
* insert Say(comment, "What it is and for whom", "omschrijving")
* telecom MS
* insert Say(telecom, "Ways to reach", "contactgegevens")
* photo 0..0
