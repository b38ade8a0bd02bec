Profile: Offer
Parent: HealthcareService
Id: waw-offer
Title: "Offer"
Description: "A group, activity, course or service in the social domain that a Wally can bring a person to (W-5). The coordinators keep these together: the local directory of offers (sociale kaart)."
* insert Addressable
* extension contains
    WaitingTime named waitingTime 0..1 MS and
    GroupSize named groupSize 0..1 MS
* insert Say(extension[waitingTime], "How long people wait at present", "wachttijd")
* insert Say(extension[groupSize], "How many people take part at once", "groepsgrootte")
* active 1..1 MS
* insert Say(active, "Whether people can go there now", "beschikbaar")
* providedBy 1..1 MS
* providedBy.reference 1..1
* insert Say(providedBy, "Who offers it", "aanbieder")
* type MS
* insert Say(type, "Areas of life it helps with", "levensgebied")
* type from LifeAreaCodes (preferred)
* location MS
* location.reference 0..0
* location.display 1..1
* insert Say(location, "Where: name and address in words", "plaats")
* name 1..1 MS
* insert Say(name, "Name", "naam")
* comment MS
* insert Say(comment, "What it is", "omschrijving")
* telecom MS
* insert Say(telecom, "Ways to reach", "contactgegevens")
* photo 0..0
* coverageArea 0..0
* eligibility MS
* eligibility.comment 1..1 MS
* insert Say(eligibility.comment, "For whom", "voor wie")
* appointmentRequired MS
* insert Say(appointmentRequired, "Whether one has to register first", "aanmelden nodig")
* availableTime MS
* insert Say(availableTime, "On which days and at what time", "wanneer")
* endpoint 0..0
