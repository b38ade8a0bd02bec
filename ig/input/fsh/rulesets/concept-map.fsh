RuleSet: Mapped(code, target, display, equivalence, comment)
* group.element[+].code = #{code}
* group.element[=].target.code = #{target}
* group.element[=].target.display = "{display}"
* group.element[=].target.equivalence = #{equivalence}
* group.element[=].target.comment = "{comment}"

RuleSet: MappedAlike(code, target, display)
* group.element[+].code = #{code}
* group.element[=].target.code = #{target}
* group.element[=].target.display = "{display}"
* group.element[=].target.equivalence = #equivalent

RuleSet: Unmatched(code, comment)
* group.element[+].code = #{code}
* group.element[=].target.equivalence = #unmatched
* group.element[=].target.comment = "{comment}"

// One target more for the code just named, for when Task.status is this.
RuleSet: WhenStatus(status, target, display, equivalence, comment)
* group.element[=].target[+].code = #{target}
* group.element[=].target[=].display = "{display}"
* group.element[=].target[=].equivalence = #{equivalence}
* group.element[=].target[=].comment = "{comment}"
* group.element[=].target[=].dependsOn.property = "http://hl7.org/fhir/StructureDefinition/Task#Task.status"
* group.element[=].target[=].dependsOn.value = "{status}"
