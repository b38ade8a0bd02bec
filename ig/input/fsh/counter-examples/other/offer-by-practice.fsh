Instance: OfferByPractice
InstanceOf: Offer
Usage: #example
Description: "A practice sends an offer: the coordinators keep the directory."
* insert Breaks(forbidden)
* insert SentBy(gp)
* active = true
* providedBy = Reference(Organization/social-1)
* name = "Koffieochtend"
* eligibility.comment = "Iedereen."
