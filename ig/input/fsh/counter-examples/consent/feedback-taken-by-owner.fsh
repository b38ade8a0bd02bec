Instance: FeedbackTakenByOwner
InstanceOf: ReferralConsent
Usage: #example
Description: "The owner makes a Consent inactive and changes nothing else: what the GP may hear is for the practice."
* insert Breaks(forbidden)
* insert SentFrom(accepted, owner)
* status = #active
* insert TheaConsent("Patient/Thea")
* insert UnderGdpr
* insert Permits(share-with-social, "Share with the social organisation")
