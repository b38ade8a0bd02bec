Instance: PolicyChanged
InstanceOf: ReferralConsent
Usage: #example
Description: "Another policy is another consent."
* insert Breaks(element-immutable)
* insert SentFrom(accepted, gp)
* status = #active
* insert TheaConsent("Patient/Thea")
* policy.uri = "http://example.org/policy"
* insert Permits(share-with-social, "Share with the social organisation")
* insert Permits(feedback-to-gp, "Feedback of content to the GP")
