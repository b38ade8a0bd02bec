CodeSystem: WayOfWorking
Id: waw-way-of-working
Title: "Way of working with wellbeing on prescription"
Description: "How Wally and wellbeing coach share the work for a practice."
* ^experimental = false
* ^caseSensitive = true
* #A "One contact point: the Wally"
* #A insert Dutch([["Eén aanspreekpunt: de Wally"]])
* #B "Two contact points: Wally and wellbeing coach"
* #B insert Dutch([["Twee aanspreekpunten: Wally en welzijnscoach"]])
* #C "Practices divided over Wallies and coaches"
* #C insert Dutch([["Praktijken verdeeld over Wally en welzijnscoach"]])
