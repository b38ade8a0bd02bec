Instance: ConsentEnteredInError
InstanceOf: ReferralConsent
Usage: #example
Description: "A Consent becomes inactive and nothing else."
* insert Breaks(element-not-allowed)
* insert SentFrom(requested, gp)
* status = #entered-in-error
* insert TheaConsent("Patient/Thea")
* insert UnderGdpr
* insert Permits(share-with-social, "Share with the social organisation")
* insert Permits(feedback-to-gp, "Feedback of content to the GP")
