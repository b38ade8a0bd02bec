Profile: GpRole
Parent: PractitionerRole
Id: waw-gp-role
Title: "Role on the GP side"
Description: "A GP or practice nurse in a practice."
* insert RoleOf
* code from GpRoleCodes (required)
* insert Say(code, "gp | poh", "functie")
