Profile: SocialOrganization
Parent: Organization
Id: waw-social-organization
Title: "Social organisation"
Description: "An organisation in the social domain that employs Wallies or coaches, or offers something."
* insert Organisation
* type[kind] = OrganizationType#social-organization
* insert Say(type[kind], "Social organisation", "soort organisatie")
* insert Say(identifier, [["Number at the chamber of commerce (KvK)"]], "KvK-nummer")
