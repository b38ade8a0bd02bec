// The Dutch word of a concept, beside its English display.
RuleSet: Dutch(word)
* ^designation[+].language = #nl
* ^designation[=].value = {word}
