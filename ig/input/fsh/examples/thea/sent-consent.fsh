Instance: SentConsent
InstanceOf: ReferralConsent
Usage: #inline
* status = #active
* insert TheaConsent("urn:uuid:5c1d0a3e-7b8f-4d5e-9a61-0b1e2f3a4c01")
* insert UnderGdpr
* insert Permits(share-with-social, "Share with the social organisation")
* insert Permits(feedback-to-gp, "Feedback of content to the GP")
