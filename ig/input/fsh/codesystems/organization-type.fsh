CodeSystem: OrganizationType
Id: waw-organization-type
Title: "Kind of organisation"
Description: "Which side of the loop an organisation is on (Organization.type)."
* ^experimental = false
* ^caseSensitive = true
* #gp-practice "GP practice"
* #gp-practice insert Dutch([["Huisartsenpraktijk"]])
* #social-organization "Social organisation"
* #social-organization insert Dutch([["Organisatie in het sociaal domein"]])
