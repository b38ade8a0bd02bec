Profile: SocialOrganization
Parent: Organization
Id: waw-social-organization
Title: "Social organisation"
Description: "An organisation in the social domain that employs Wallies or coaches, or offers something."
* insert Organisation
* extension contains Escalation named escalation 0..1 MS
* insert Say(extension[escalation], "How quickly a promise that is not kept goes up", "opschaling")
* type[kind] = OrganizationType#social-organization
* insert Say(type[kind], "Social organisation", "soort organisatie")
* insert Say(identifier, [["Number at the chamber of commerce (KvK)"]], "KvK-nummer")
