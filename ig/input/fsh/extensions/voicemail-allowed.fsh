Extension: VoicemailAllowed
Id: waw-voicemail-allowed
Title: "Voicemail allowed"
Description: "Whether a message may be left on voicemail."
Context: ServiceRequest
* ^experimental = false
* . ^short = "Voicemail allowed"
* . ^alias = "voicemail inspreken mag"
* value[x] only boolean
* value[x] 1..1
