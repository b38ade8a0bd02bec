Instance: waw-erasures
InstanceOf: OperationDefinition
Usage: #definition
* url = "http://waariswally.nl/fhir/OperationDefinition/waw-erasures"
* name = "Erasures"
* title = "Certificates of erasures"
* status = #active
* experimental = false
* kind = #operation
* description = "What was erased, on request or because its time was over, for the privacy officer of an organisation involved: the newest hundred, or those of one person by the id that the person had here."
* affectsState = false
* code = #erasures
* resource = #Patient
* system = false
* type = true
* instance = true
* insert OutOf(certificate, 0, *, Parameters, [["A certificate, as waw-erase answers it; the newest first"]])
