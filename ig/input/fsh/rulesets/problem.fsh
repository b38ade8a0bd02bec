// The title of a problem in Dutch, its FHIR issue type and HTTP status.
RuleSet: Problem(dutch, issueType, status)
* ^designation[+].language = #nl
* ^designation[=].value = {dutch}
* ^property[+].code = #issue-type
* ^property[=].valueCode = #{issueType}
* ^property[+].code = #http-status
* ^property[=].valueInteger = {status}

// What to do about it in English, and cause and remedy in Dutch.
RuleSet: Remedy(english, cause, remedy)
* ^property[+].code = #remedy
* ^property[=].valueString = {english}
* ^property[+].code = #cause-nl
* ^property[=].valueString = {cause}
* ^property[+].code = #remedy-nl
* ^property[=].valueString = {remedy}
