Extension: IdentifierSystem
Id: waw-identifier-system
Title: "Identifier system of the practice"
Description: "A system of the identifiers of patients and referrals that belongs to this practice or its information system."
Context: Organization
* ^experimental = false
* . ^short = "Identifier system of the practice"
* . ^alias = "nummersysteem van de praktijk"
* value[x] only uri
* value[x] 1..1
