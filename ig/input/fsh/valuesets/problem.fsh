ValueSet: ProblemCodes
Id: waw-problem
Title: "Why the server refuses"
Description: "All codes of the code system of this name."
* ^experimental = false
* include codes from system Problem
