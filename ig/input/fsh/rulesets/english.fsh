// The English word of a concept whose code system is Dutch.
RuleSet: English(word)
* ^designation[+].language = #en
* ^designation[=].value = {word}
