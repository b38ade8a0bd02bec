Invariant: waw-business-status
Description: "businessStatus fits the status."
* severity = #error
* expression = "(status = 'requested' implies businessStatus.coding.where(system = 'http://waariswally.nl/fhir/CodeSystem/waw-business-status').all(code in ('delivered' | 'handed-over'))) and (status = 'received' implies businessStatus.coding.where(system = 'http://waariswally.nl/fhir/CodeSystem/waw-business-status').all(code in ('seen' | 'awaiting-information' | 'handed-over'))) and (status = 'accepted' implies businessStatus.coding.where(system = 'http://waariswally.nl/fhir/CodeSystem/waw-business-status').all(code in ('contact-planned' | 'contact-attempted' | 'waitlisted' | 'awaiting-information' | 'handed-over'))) and (status = 'in-progress' implies businessStatus.coding.where(system = 'http://waariswally.nl/fhir/CodeSystem/waw-business-status').all(code in ('contact-attempted' | 'intake-planned' | 'no-show' | 'intake-done' | 'support-running' | 'referred-onward' | 'interim-feedback-sent' | 'awaiting-information' | 'handed-over' | 'cancellation-requested'))) and (status = 'on-hold' implies businessStatus.coding.where(system = 'http://waariswally.nl/fhir/CodeSystem/waw-business-status').all(code in ('client-unavailable' | 'waitlisted' | 'awaiting-third-party' | 'cancellation-requested'))) and (status in ('completed' | 'rejected' | 'failed' | 'cancelled' | 'entered-in-error') implies businessStatus.coding.where(system = 'http://waariswally.nl/fhir/CodeSystem/waw-business-status').all(code in ('closed')))"

Invariant: waw-status-reason
Description: "statusReason is present exactly when rejected, on hold, failed, cancelled or entered in error (G-REASON)."
* severity = #error
* expression = "statusReason.exists() = (status in ('rejected' | 'on-hold' | 'failed' | 'cancelled' | 'entered-in-error'))"

Invariant: waw-reason-subset
Description: "statusReason fits the status (G-REASON)."
* severity = #error
* expression = "(status = 'rejected' implies statusReason.coding.where(system = 'http://waariswally.nl/fhir/CodeSystem/waw-status-reason').all(code in ('no-capacity' | 'wrong-domain' | 'needs-care' | 'crisis' | 'not-eligible' | 'duplicate' | 'client-declined' | 'client-deceased' | 'insufficient-information' | 'other'))) and (status = 'on-hold' implies statusReason.coding.where(system = 'http://waariswally.nl/fhir/CodeSystem/waw-status-reason').all(code in ('client-hospital' | 'client-holiday' | 'waiting-list' | 'awaiting-third-party' | 'other'))) and (status = 'failed' implies statusReason.coding.where(system = 'http://waariswally.nl/fhir/CodeSystem/waw-status-reason').all(code in ('unreachable' | 'client-stopped' | 'client-moved' | 'client-deceased' | 'crisis' | 'needs-care' | 'service-stopped' | 'other'))) and (status = 'cancelled' implies statusReason.coding.where(system = 'http://waariswally.nl/fhir/CodeSystem/waw-status-reason').all(code in ('withdrawn-by-gp' | 'consent-withdrawn' | 'duplicate' | 'replaced' | 'service-stopped' | 'other'))) and (status = 'entered-in-error' implies statusReason.coding.where(system = 'http://waariswally.nl/fhir/CodeSystem/waw-status-reason').all(code in ('wrong-person' | 'wrong-practice' | 'test' | 'other')))"

Invariant: waw-reason-text
Description: "The reason 'other' is explained in text (G-REASON)."
* severity = #error
* expression = "statusReason.coding.where(system = 'http://waariswally.nl/fhir/CodeSystem/waw-status-reason' and code = 'other').exists() implies statusReason.text.exists()"

Invariant: waw-resume-date
Description: "A Task on hold carries the date on which it is expected to resume (G-RESUME)."
* severity = #error
* expression = "status = 'on-hold' implies extension.where(url = 'http://waariswally.nl/fhir/StructureDefinition/waw-resume-date').exists()"

Invariant: waw-feedback
Description: "A completed or rejected Task carries feedback to the GP in its output (W-6, G-FEEDBACK). Whether a failed or cancelled one does depends on who ended it: the server knows."
* severity = #error
* expression = "(status = 'completed' or status = 'rejected') implies output.where(type.coding.where(system = 'http://waariswally.nl/fhir/CodeSystem/waw-task-output' and code = 'feedback').exists()).exists()"

Invariant: waw-outcome
Description: "A completed Task carries a coded outcome in its output (G-OUTCOME)."
* severity = #error
* expression = "status = 'completed' implies output.where(type.coding.where(system = 'http://waariswally.nl/fhir/CodeSystem/waw-task-output' and code = 'outcome').exists()).exists()"

Invariant: waw-onward
Description: "A Task completed with outcome referred-onward says where to, in an output of type onward-referral (W-5, G-OUTCOME)."
* severity = #error
* expression = "(status = 'completed' and output.value.ofType(CodeableConcept).coding.where(system = 'http://waariswally.nl/fhir/CodeSystem/waw-outcome' and code = 'referred-onward').exists()) implies output.where(type.coding.where(system = 'http://waariswally.nl/fhir/CodeSystem/waw-task-output' and code = 'onward-referral').exists()).exists()"

Invariant: waw-no-answer
Description: "An answer belongs to an information Task, not to the Task of the referral."
* severity = #error
* expression = "output.where(type.coding.where(system = 'http://waariswally.nl/fhir/CodeSystem/waw-task-output' and code = 'answer').exists()).empty()"
