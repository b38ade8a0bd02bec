Instance: TheaFirstAttempt
InstanceOf: ContactAttempt
Usage: #example
Description: "Sanne calls Thea"
* insert OfPracticeOne
* insert TheaAttempt("2026-03-03T09:30:00+01:00", no-answer, "No answer")
