Extension: ResumeDate
Id: waw-resume-date
Title: "Expected date of resuming"
Description: "When a Task on hold is expected to go on (G-RESUME)."
Context: Task
* ^experimental = false
* . ^short = "Expected date of resuming"
* . ^alias = "verwachte hervatdatum"
* value[x] only date
* value[x] 1..1
