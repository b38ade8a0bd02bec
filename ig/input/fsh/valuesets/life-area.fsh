ValueSet: LifeAreaCodes
Id: waw-life-area
Title: "Area of life"
Description: "All codes of the code system of this name."
* ^experimental = false
* include codes from system LifeArea
