Instance: waw-business-status-to-bser
InstanceOf: ConceptMap
Usage: #definition
Title: "Progress of a referral to BSeR"
Description: "From waw-business-status to the business status of HL7 BSeR 2.0.0-ballot."
* url = "http://waariswally.nl/fhir/ConceptMap/waw-business-status-to-bser"
* version = "0.1.0"
* name = "BusinessStatusToBSeR"
* title = "Progress of a referral to BSeR"
* status = #active
* experimental = false
* description = "From waw-business-status to the business status of HL7 Bidirectional Services eReferral, 2.0.0-ballot. STU 1 (1.0.0) has 5.4 for 5.2, and 5.x where the ballot has 5.1.1 to 5.1.4. BSeR has one list where this guide has Task.status and Task.businessStatus: read both."
* sourceCanonical = Canonical(BusinessStatusCodes)
* targetCanonical = "http://hl7.org/fhir/us/bser/ValueSet/TaskBusinessStatusVS"
* group.source = Canonical(BusinessStatus)
* group.target = "http://hl7.org/fhir/us/bser/CodeSystem/TaskBusinessStatusCS"
* group.targetVersion = "2.0.0-ballot"
* insert Mapped(delivered, 2.0, Service Request Created, wider, BSeR does not tell delivered from created.)
* insert Unmatched(handed-over, Says who has it and not how far it is: keep the code that was sent before.)
* insert Mapped(seen, 2.0, Service Request Created, wider, BSeR has no read receipt: created holds until accepted or declined.)
* insert Unmatched(awaiting-information, There is no code for an open question: keep the code that was sent before.)
* insert Mapped(contact-planned, 3.0, Service Request Accepted, wider, Planned by the owner; no event has a date yet.)
* insert Mapped(contact-attempted, 3.0, Service Request Accepted, wider, An attempt to reach the person is no event of BSeR.)
* insert Mapped(waitlisted, 3.0, Service Request Accepted, wider, Accepted; BSeR has no waiting list.)
* insert Mapped(intake-planned, 5.1.1, Service Request Event Scheduled, wider, An event of BSeR may also be a later one than the first meeting.)
* insert Mapped(no-show, 5.1.2, Scheduled Service Request Event Unattended, wider, An event of BSeR may also be a later one than the first meeting.)
* insert Mapped(intake-done, 5.1.4, Service Request Event Completed, wider, An event of BSeR may also be a later one than the first meeting.)
* insert Unmatched(support-running, The ballot has no code for fulfilment that goes on without an event.)
* insert Unmatched(referred-onward, There is no code for it; Task.output says where to.)
* insert Unmatched(interim-feedback-sent, Feedback is in Task.output: keep the code that was sent before.)
* insert MappedAlike(cancellation-requested, 5.2, Service Request Cancellation Requested)
* insert Unmatched(client-unavailable, BSeR has no referral on hold.)
* insert Unmatched(awaiting-third-party, BSeR has no referral on hold.)
* group.element[+].code = #closed
* insert WhenStatus(rejected, 4.0, Service Request Declined, narrower, closed with Task.status rejected)
* insert WhenStatus(cancelled, 6.0, Service Request Fulfillment Cancelled, narrower, closed with Task.status cancelled)
* insert WhenStatus(failed, 6.0, Service Request Fulfillment Cancelled, inexact, BSeR has no failure: it ended without what was asked and Task.statusReason says why.)
* insert WhenStatus(completed, 7.0, Service Request Fulfillment Completed, narrower, closed with Task.status completed)
