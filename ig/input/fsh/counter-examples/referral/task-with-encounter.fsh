Instance: TaskWithEncounter
InstanceOf: Bundle
Usage: #example
Description: "The Task points to a consultation: not needed for a social question."
* insert Breaks(profile-violation)
* insert Send(SentPatient, SentConsent, SentReferral, SentTask, SentFeedbackRequest)
* insert Numbered(D-2026-0132)
* entry[3].resource.encounter.display = "Consult van 2 maart"
