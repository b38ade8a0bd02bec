// What Thea agrees to.
RuleSet: TheaConsent(patient)
* scope = http://terminology.hl7.org/CodeSystem/consentscope#patient-privacy
* category = http://loinc.org#64292-6 "Release of information consent"
* patient.reference = {patient}
* dateTime = "2026-03-02T10:10:00+01:00"
* performer.reference = {patient}
* organization = Reference(Organization/practice-1)
* provision.type = #permit

RuleSet: OptIn
* policyRule = http://terminology.hl7.org/CodeSystem/v3-ActCode#OPTIN "opt-in"

RuleSet: Permits(code, display)
* provision.provision[+].type = #permit
* provision.provision[=].code = Sharing#{code} {display}
