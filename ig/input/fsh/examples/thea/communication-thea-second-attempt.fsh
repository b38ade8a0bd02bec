Instance: TheaSecondAttempt
InstanceOf: ContactAttempt
Usage: #example
Description: "Sanne calls Thea"
* insert OfPracticeOne
* insert TheaAttempt("2026-03-04T16:10:00+01:00", reached, "Reached")
