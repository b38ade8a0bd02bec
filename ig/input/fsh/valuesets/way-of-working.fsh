ValueSet: WayOfWorkingCodes
Id: waw-way-of-working
Title: "Way of working with wellbeing on prescription"
Description: "All codes of the code system of this name."
* ^experimental = false
* include codes from system WayOfWorking
