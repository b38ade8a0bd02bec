Instance: waw-practice
InstanceOf: SearchParameter
Usage: #definition
* url = "http://waariswally.nl/fhir/SearchParameter/waw-practice"
* version = "0.1.0"
* name = "PracticeParameter"
* status = #active
* experimental = false
* description = "The GP practice that the referral belongs to, or whose meeting it is"
* code = #practice
* base[+] = #Task
* base[+] = #ServiceRequest
* base[+] = #CommunicationRequest
* base[+] = #Communication
* base[+] = #RelatedPerson
* base[+] = #QuestionnaireResponse
* base[+] = #Appointment
* type = #reference
* expression = "Task.extension('http://waariswally.nl/fhir/StructureDefinition/waw-practice').value | ServiceRequest.extension('http://waariswally.nl/fhir/StructureDefinition/waw-practice').value | CommunicationRequest.extension('http://waariswally.nl/fhir/StructureDefinition/waw-practice').value | Communication.extension('http://waariswally.nl/fhir/StructureDefinition/waw-practice').value | RelatedPerson.extension('http://waariswally.nl/fhir/StructureDefinition/waw-practice').value | QuestionnaireResponse.extension('http://waariswally.nl/fhir/StructureDefinition/waw-practice').value | Appointment.extension('http://waariswally.nl/fhir/StructureDefinition/waw-practice').value"
* xpathUsage = #normal
* target[+] = #Organization
