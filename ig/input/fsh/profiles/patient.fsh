Profile: ReferredPatient
Parent: Patient
Id: waw-patient
Title: "Person referred"
Description: "A person as a practice knows him or her: the practice's own number, a name, and at least one way to reach the person. A BSN is refused by the server (W-10)."
* insert Addressable
* obeys waw-reachable
* extension contains
    PreferredMoment named preferredMoment 0..1 MS and
    http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired named interpreterRequired 0..1 MS
* insert Say(extension[preferredMoment], "When the person would like to be called", "voorkeursmoment")
* insert Say(extension[interpreterRequired], "An interpreter is needed", "tolk nodig")
* identifier 1..* MS
* insert Say(identifier, "Number of the person in the practice", "patiëntnummer van de praktijk")
* identifier.system 1..1 MS
* identifier.value 1..1 MS
* name 1..* MS
* name obeys waw-name
* insert Say(name, "Name", "naam")
* telecom MS
* insert Say(telecom, "Ways to reach the person", "contactgegevens")
* gender MS
* insert Say(gender, "Administrative gender", "geslacht")
* birthDate MS
* insert Say(birthDate, "Date of birth", "geboortedatum")
* address MS
* insert Say(address, "Address", "adres")
* photo 0..0
* communication MS
* insert Say(communication, "Languages", "taal")
* managingOrganization 1..1 MS
* insert Say(managingOrganization, "The practice", "huisartsenpraktijk")

Invariant: waw-reachable
Description: "There is a phone number, a number for text messages or an e-mail address."
* severity = #error
* expression = "telecom.where(system in ('phone' | 'sms' | 'email') and value.exists()).exists()"

Invariant: waw-name
Description: "A name has a text or a family name."
* severity = #error
* expression = "text.exists() or family.exists()"
