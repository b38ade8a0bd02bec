Instance: TheaClarification
InstanceOf: Clarification
Usage: #example
Description: "What Sanne and Thea found when they first met (W-4); Sanne alone can read it"
* insert OfPracticeOne
* insert TheaClarification(completed, "2026-03-04T15:30:00+01:00")
* insert TheaFourAnswers
* item[+].linkId = "areas"
* insert TheaArea(finances, help-wanted, "Help is wanted", "Drie maanden huurachterstand.")
* insert TheaArea(domestic-relations, concern, "A concern", "Veel ruzie over geld.")
* insert TheaArea(social-network, well, "Goes well", "Haar zus komt elke week.")
* item[+].linkId = "health"
* insert TheaMark(body, 6)
* insert TheaMark(mind, 4)
* insert TheaMark(quality, 5)
