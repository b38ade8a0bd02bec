Instance: TheaTaskRead
InstanceOf: RecordOfTheLog
Usage: #example
Title: "The Wally has read the Task"
Description: "As the privacy officer reads it in the log."
* type = http://terminology.hl7.org/CodeSystem/audit-event-type#rest "RESTful Operation"
* subtype = http://hl7.org/fhir/restful-interaction#read
* action = #R
* recorded = "2026-03-03T09:12:31.402+01:00"
* outcome = #0
* agent[0].altId = "wally-demo-1"
* agent[0].requestor = false
* agent[0].network.address = "192.0.2.17"
* agent[0].network.type = #2
* agent[1].who = Reference(PractitionerRole/wally-1)
* agent[1].requestor = true
* agent[1].role.text = "SOCIAL_WORKER"
* agent[2].who = Reference(Organization/social-1)
* agent[2].requestor = false
* source.observer.display = "Waar is Wally"
* entity[0].what = Reference(Patient/Thea)
* entity[0].type = http://terminology.hl7.org/CodeSystem/audit-entity-type#1
* entity[0].role = http://terminology.hl7.org/CodeSystem/object-role#1
* entity[1].what = Reference(Task/TheaRequested)
* entity[1].type = http://terminology.hl7.org/CodeSystem/audit-entity-type#2
* entity[1].role = http://terminology.hl7.org/CodeSystem/object-role#4
