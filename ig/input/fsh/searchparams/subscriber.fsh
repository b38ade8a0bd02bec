Instance: waw-subscriber
InstanceOf: SearchParameter
Usage: #definition
* url = "http://waariswally.nl/fhir/SearchParameter/waw-subscriber"
* version = "0.1.0"
* name = "SubscriberParameter"
* status = #active
* experimental = false
* description = "The organisation whose system asked for the subscription"
* code = #subscriber
* base[+] = #Subscription
* type = #reference
* expression = "Subscription.extension('http://waariswally.nl/fhir/StructureDefinition/waw-subscriber').value"
* xpathUsage = #normal
* target[+] = #Organization
