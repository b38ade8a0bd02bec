// What organisations on both sides have in common.
RuleSet: Organisation
* insert Addressable
* identifier MS
* active MS
* type 1..* MS
* type ^slicing.discriminator.type = #pattern
* type ^slicing.discriminator.path = "$this"
* type ^slicing.rules = #open
* type ^slicing.description = "Types of other code systems may stand beside it, as nl-core has them"
* type contains kind 1..1 MS
* name 1..1 MS
* insert Say(name, "Name", "naam")
* telecom MS
* insert Say(telecom, "Ways to reach", "contactgegevens")
* address MS
* insert Say(address, "Address", "adres")
