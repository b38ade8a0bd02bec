Instance: AttemptWithoutResult
InstanceOf: Communication
Usage: #example
Description: "A contact attempt without its result."
* insert Breaks(profile-violation)
* insert SentFrom(in-progress, owner)
* partOf = Reference(Task/TheaInProgress)
* status = #completed
* category = CommunicationCategory#contact-attempt "Contact attempt"
* medium = http://terminology.hl7.org/CodeSystem/v3-ParticipationMode#PHONE "telephone"
* subject = Reference(Patient/Thea)
* sent = "2026-03-03T09:30:00+01:00"
* sender = Reference(PractitionerRole/wally-1)
