Instance: TheaConsentWithdrawn
InstanceOf: ReferralConsent
Usage: #example
Description: "Thea has told Sanne that she withdraws her consent"
* status = #inactive
* insert TheaConsent("Patient/Thea")
* insert UnderGdpr
* insert Permits(share-with-social, "Share with the social organisation")
* insert Permits(feedback-to-gp, "Feedback of content to the GP")
