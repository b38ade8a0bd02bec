Instance: MessageAfterEnd
InstanceOf: Communication
Usage: #example
Description: "The GP tells something after the referral has ended."
* insert Breaks(element-not-allowed)
* insert SentFrom(completed, gp)
* insert TheaTold(Task/TheaCompleted, PractitionerRole/gp-1)
