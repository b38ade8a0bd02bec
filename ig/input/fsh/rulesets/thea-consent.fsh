// What Thea agrees to.
RuleSet: TheaConsent(patient)
* scope = http://terminology.hl7.org/CodeSystem/consentscope#patient-privacy
* category = http://loinc.org#64292-6 "Release of information consent"
* patient.reference = {patient}
* dateTime = "2026-03-02T10:10:00+01:00"
* performer.reference = {patient}
* organization = Reference(Organization/practice-1)
* provision.type = #permit

// R4 wants a policy (ppc-1): the General Data Protection Regulation.
RuleSet: UnderGdpr
* policy.uri = "http://data.europa.eu/eli/reg/2016/679/oj"

RuleSet: Permits(code, display)
* provision.provision[+].type = #permit
* provision.provision[=].code = Sharing#{code} {display}
