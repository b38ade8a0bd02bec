// The sister of Thea; without a way to reach her.
RuleSet: TheaSisterPerson
* relationship = http://terminology.hl7.org/CodeSystem/v3-RoleCode#SIS "sister"
* name.use = #usual
* name.text = "Ria de Vries"
* name.family = "de Vries"
* name.given = "Ria"

RuleSet: TheaSisterPhone
* telecom.system = #phone
* telecom.value = "06-00001004"
