Profile: ReferralConsent
Parent: Consent
Id: waw-consent
Title: "Consent"
Description: "What a person agrees to before anything is sent (W-2): sharing with the social organisation and, separately, feedback of content to the GP. Whether it suffices for a referral is a rule of the server (G-CONSENT). Inactive, or without share-with-social, it is withdrawn for good: the server ends what is open, and the social side sees only the closing notice."
* insert Addressable
* status MS
* insert Say(status, "active | inactive - inactive means withdrawn", "status")
* scope = http://terminology.hl7.org/CodeSystem/consentscope#patient-privacy
* category 1..1
* category = http://loinc.org#64292-6
* patient 1..1 MS
* insert Say(patient, "Whose consent", "cliënt")
* dateTime 1..1 MS
* insert Say(dateTime, "When it was given", "datum van toestemming")
* performer 1..* MS
* performer only Reference(Patient or RelatedPerson)
* insert Say(performer, "Who gave it: the person or a representative", "gegeven door")
* organization 1..1 MS
* insert Say(organization, "The practice that recorded it", "huisartsenpraktijk")
* source[x] 0..0
* provision 1..1 MS
* insert Say(provision, "What is permitted", "toestemming")
* provision.type 1..1
* provision.type = #permit
* provision.provision MS
* insert Say(provision.provision, "One permission each", "onderdeel van de toestemming")
* provision.provision.type 1..1
* provision.provision.type = #permit
* provision.provision.code 1..1 MS
* provision.provision.code from SharingCodes (required)
* insert Say(provision.provision.code, "share-with-social | feedback-to-gp", "waarvoor")
* provision.provision.provision 0..0
