Instance: AnswerInReferral
InstanceOf: Task
Usage: #example
Description: "An answer in the Task of the referral instead of the information Task."
* insert Breaks(profile-violation)
* insert SentFrom(accepted, owner)
* insert TheaTaskIn(accepted, contact-planned, "Contact planned", "2026-03-02T11:05:00+01:00")
* insert Running
* output.type = TaskOutput#answer "Answer"
* output.valueString = "Na vieren."
