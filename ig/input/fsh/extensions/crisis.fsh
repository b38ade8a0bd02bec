Extension: CrisisTicked
Id: waw-crisis
Title: "Crisis"
Description: "The sender says that this is a crisis. True is refused with the text whom to call (W-7, G-URGENT)."
Context: ServiceRequest
* ^experimental = false
* . ^short = "Crisis"
* . ^alias = "crisis"
* value[x] only boolean
* value[x] 1..1
