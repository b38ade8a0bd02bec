Extension: WaitingTime
Id: waw-waiting-time
Title: "Waiting time"
Description: "How long people wait at present before they can start, in days, weeks or months. R4 has no element for it."
Context: HealthcareService
* ^experimental = false
* . ^short = "Waiting time"
* . ^alias = "wachttijd"
* value[x] only Duration
* value[x] 1..1
