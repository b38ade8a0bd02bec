ValueSet: SharingCodes
Id: waw-sharing
Title: "What a person agrees to share"
Description: "All codes of the code system of this name."
* ^experimental = false
* include codes from system Sharing
