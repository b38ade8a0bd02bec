Profile: GpPractice
Parent: Organization
Id: waw-gp-practice
Title: "GP practice"
Description: "A GP practice, with the identifier systems that are its own. URA and AGB numbers are optional."
* insert Organisation
* extension contains IdentifierSystem named identifierSystem 0..* MS
* insert Say(extension[identifierSystem], "System of its patient and referral numbers", "nummersysteem van de praktijk")
* type[kind] = OrganizationType#gp-practice
* insert Say(type[kind], "GP practice", "soort organisatie")
* insert Say(identifier, "URA or AGB number", "URA of AGB")
