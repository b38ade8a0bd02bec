Instance: waw-business-status-to-cow
InstanceOf: ConceptMap
Usage: #definition
Title: "Progress of a referral to Clinical Order Workflows"
Description: "From waw-business-status to the example codes of HL7 Clinical Order Workflows 1.0.0-ballot."
* url = "http://waariswally.nl/fhir/ConceptMap/waw-business-status-to-cow"
* version = "0.1.0"
* name = "BusinessStatusToClinicalOrderWorkflows"
* title = "Progress of a referral to Clinical Order Workflows"
* status = #active
* experimental = false
* description = "From waw-business-status to code system temp of HL7 Clinical Order Workflows, 1.0.0-ballot, which calls its codes examples, not intended to be used as is. No target value set is named: http://hl7.org/fhir/uv/cow/ValueSet/business-status leaves out visit-complete, which its code system has. Clinical Order Workflows has no codes for Task.statusReason, so there is no map of waw-status-reason."
* sourceCanonical = Canonical(BusinessStatusCodes)
* group.source = Canonical(BusinessStatus)
* group.target = "http://hl7.org/fhir/uv/cow/CodeSystem/temp"
* group.targetVersion = "1.0.0-ballot"
* insert Unmatched(delivered, Task.status requested says it.)
* insert Unmatched(handed-over, Task.owner says it.)
* insert Unmatched(seen, Task.status received says it.)
* insert MappedAlike(awaiting-information, awaiting-information, The Fulfiller needs more information in order to proceed with the fulfillment of the request)
* insert Unmatched(contact-planned, A planned telephone call is no scheduled visit.)
* insert Unmatched(contact-attempted, There is no code for attempts to reach the person.)
* insert Unmatched(waitlisted, There is no code for a waiting list.)
* insert Mapped(intake-planned, visit-scheduled, The patient is scheduled for the requested consultation or procedure, wider, A visit may also be a later one than the first meeting.)
* insert Unmatched(no-show, There is no code for a visit that did not take place.)
* insert Mapped(intake-done, visit-complete, The visit with the patient for the requested consultation or procedure is complete, wider, A visit may also be a later one than the first meeting.)
* insert Unmatched(support-running, Task.status in-progress says it.)
* insert Unmatched(referred-onward, There is no code for it; Task.output says where to.)
* insert Mapped(interim-feedback-sent, preliminary-outcome, The initial outcome of the request fulfillment, inexact, Interim feedback may also say how it goes without any outcome yet.)
* insert Unmatched(cancellation-requested, It is a Task of its own there: the cancellation request Task.)
* insert Unmatched(client-unavailable, Task.status on-hold and Task.statusReason say it.)
* insert Unmatched(awaiting-third-party, Task.status on-hold and Task.statusReason say it.)
* insert Unmatched(closed, Task.status says how it ended.)
