CodeSystem: ErasureGround
Id: waw-erasure-ground
Title: "Ground of an erasure"
Description: "Why what is kept of a person was erased: the grounds of article 17(1) of the AVG (GDPR) that occur here, and the end of the retention period, which only the server itself names."
* ^experimental = false
* ^caseSensitive = true
* #not-needed "No longer needed"
* #not-needed insert Dutch([["Niet meer nodig"]])
* #consent-withdrawn "The person no longer consents"
* #consent-withdrawn insert Dutch([["De persoon heeft de toestemming ingetrokken"]])
* #objection "The person objects"
* #objection insert Dutch([["De persoon maakt bezwaar"]])
* #unlawful "It should not have been here"
* #unlawful insert Dutch([["Het had hier niet mogen staan"]])
* #legal-duty "A law demands it"
* #legal-duty insert Dutch([["Een wet verplicht ertoe"]])
* #retention "Its time is over"
* #retention insert Dutch([["De bewaartermijn is voorbij"]])
