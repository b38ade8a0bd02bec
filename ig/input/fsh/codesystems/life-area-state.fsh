CodeSystem: LifeAreaState
Id: waw-life-area-state
Title: "How it stands in an area of life"
Description: "What a person says of an area of life in the clarification of the question (W-4)."
* ^experimental = false
* ^caseSensitive = true
* #well "Goes well"
* #well insert Dutch([["Gaat goed"]])
* #concern "A concern"
* #concern insert Dutch([["Een zorg"]])
* #help-wanted "Help is wanted"
* #help-wanted insert Dutch([["Hulp gewenst"]])
* #not-discussed "Not discussed"
* #not-discussed insert Dutch([["Niet besproken"]])
