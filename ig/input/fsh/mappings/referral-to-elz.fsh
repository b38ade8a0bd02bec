Mapping: ReferralToElz
Source: Referral
Target: "http://nictiz.nl/fhir/StructureDefinition/hg-ReferralServiceRequest"
Id: nictiz-elz
Title: "Nictiz ELZ hg-ReferralServiceRequest, 0.2.0-beta.1"
Description: "Whoever converts adds the message type (category 1 of urn:oid:2.16.840.1.113883.2.4.4.30.69), takes performer from Task.owner and writes a Composition, required there in supportingInfo, of reasonCode and note."
* identifier -> "ServiceRequest.identifier"
* status -> "ServiceRequest.status"
* intent -> "ServiceRequest.intent"
* category -> "ServiceRequest.category"
* priority -> "ServiceRequest.priority"
* subject -> "ServiceRequest.subject"
* authoredOn -> "ServiceRequest.authoredOn"
* requester -> "ServiceRequest.requester"
* performer -> "ServiceRequest.performer" "one there; in this guide Task.owner says who answers"
* reasonCode -> "ServiceRequest.reasonCode"
* note -> "ServiceRequest.note"
