Extension: SafeToCall
Id: waw-safe-to-call
Title: "Safe to call"
Description: "Whether the person can safely be called at home."
Context: ServiceRequest
* ^experimental = false
* . ^short = "Safe to call"
* . ^alias = "veilig bellen"
* value[x] only boolean
* value[x] 1..1
