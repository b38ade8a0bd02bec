Instance: TheaSister
InstanceOf: Representative
Usage: #example
Description: "The sister of Thea"
* patient = Reference(Patient/Thea)
* relationship = http://terminology.hl7.org/CodeSystem/v3-RoleCode#SIS "sister"
* name.use = #usual
* name.text = "Ria de Vries"
* name.family = "de Vries"
* name.given = "Ria"
* telecom.system = #phone
* telecom.value = "06-00001004"
