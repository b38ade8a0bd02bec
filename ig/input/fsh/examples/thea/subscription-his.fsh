Instance: HisSubscription
InstanceOf: NotificationSubscription
Usage: #example
Title: "A HIS wants to hear how referrals go"
Description: "Told of each change of a Task of its practice, by the id of the Task; a sign of life after ten minutes of silence."
* extension[subscriber].valueReference.reference = "Organization/practice-1"
* extension[subscriber].valueReference.identifier.system = "http://waariswally.nl/fhir/sid/client"
* extension[subscriber].valueReference.identifier.value = "his-demo-1"
* status = #active
* reason = "Status of referrals"
* criteria = "http://waariswally.nl/fhir/SubscriptionTopic/waw-task"
* criteria.extension[0].url = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-filter-criteria"
* criteria.extension[0].valueString = "Task?status=accepted,rejected,completed"
* channel.type = #rest-hook
* channel.endpoint = "https://his.example/hooks/wally"
* channel.extension[0].url = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-heartbeat-period"
* channel.extension[0].valueUnsignedInt = 600
* channel.extension[1].url = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-timeout"
* channel.extension[1].valueUnsignedInt = 20
* channel.extension[2].url = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-max-count"
* channel.extension[2].valuePositiveInt = 20
* channel.payload = #application/fhir+json
* channel.payload.extension[0].url = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-payload-content"
* channel.payload.extension[0].valueCode = #id-only
* channel.header = "Authorization: ********"
