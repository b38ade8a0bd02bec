Instance: MessageByOwner
InstanceOf: Communication
Usage: #example
Description: "The Wally sends what is the GP's to send."
* insert Breaks(forbidden)
* insert SentFrom(in-progress, owner)
* insert TheaTold(Task/TheaInProgress, PractitionerRole/wally-1)
