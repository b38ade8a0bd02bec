ValueSet: LifeAreaStateCodes
Id: waw-life-area-state
Title: "How it stands in an area of life"
Description: "All codes of the code system of this name."
* ^experimental = false
* include codes from system LifeAreaState
