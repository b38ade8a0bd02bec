// The Dutch words for a problem, and its FHIR issue type.
RuleSet: Problem(dutch, issueType)
* ^designation[+].language = #nl
* ^designation[=].value = {dutch}
* ^property[+].code = #issue-type
* ^property[=].valueCode = #{issueType}
