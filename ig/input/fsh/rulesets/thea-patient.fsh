// Thea, as the practice knows her; without a way to reach her.
RuleSet: TheaNumber
* identifier.system = "https://practice-1.example/patient"
* identifier.value = "P-1001"

RuleSet: TheaName
* name.use = #usual
* name.text = "Thea de Vries"
* name.family = "de Vries"
* name.given = "Thea"

RuleSet: TheaPerson
* gender = #female
* birthDate = "1971-05-14"
* address.line = "Lange Bisschopstraat 3"
* address.city = "Deventer"
* managingOrganization = Reference(Organization/practice-1)

RuleSet: TheaPhone
* telecom.system = #phone
* telecom.value = "06-00001001"
