Instance: TheaConsentGone
InstanceOf: ReferralTask
Usage: #example
Description: "Otherwise: Thea withdraws her consent, and the server cancels"
* insert TheaTaskIn(cancelled, closed, "Closed", "2026-03-02T12:00:00+01:00")
* insert Because(consent-withdrawn, "Consent withdrawn")
