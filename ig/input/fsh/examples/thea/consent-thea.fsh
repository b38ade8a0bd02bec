Instance: TheaConsent
InstanceOf: ReferralConsent
Usage: #example
Description: "The consent of Thea as stored"
* status = #active
* insert TheaConsent("Patient/Thea")
* insert UnderGdpr
* insert Permits(share-with-social, "Share with the social organisation")
* insert Permits(feedback-to-gp, "Feedback of content to the GP")
