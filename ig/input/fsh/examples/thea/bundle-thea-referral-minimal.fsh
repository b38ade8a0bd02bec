Instance: MinimalPatient
InstanceOf: ReferredPatient
Usage: #inline
* insert TheaNumber
* insert TheaName
* insert TheaPhone
* managingOrganization = Reference(Organization/practice-1)

Instance: MinimalConsent
InstanceOf: ReferralConsent
Usage: #inline
* status = #active
* insert TheaConsent("urn:uuid:5c1d0a3e-7b8f-4d5e-9a61-0b1e2f3a4c01")
* insert UnderGdpr
* insert Permits(share-with-social, "Share with the social organisation")

Instance: MinimalReferral
InstanceOf: Referral
Usage: #inline
* insert TheaPlacer("D-2026-0004")
* insert TheaReferral("urn:uuid:5c1d0a3e-7b8f-4d5e-9a61-0b1e2f3a4c01", "urn:uuid:5c1d0a3e-7b8f-4d5e-9a61-0b1e2f3a4c02")
* reasonCode = LifeArea#finances "Finances"
* insert TheaQuestion


Instance: TheaReferralMinimal
InstanceOf: Bundle
Usage: #example
Description: "The least that makes a referral. Thea did not agree to feedback of content: the GP will hear only that contact took place and what to do."
* insert Send(MinimalPatient, MinimalConsent, MinimalReferral, SentTask, SentFeedbackRequest)
