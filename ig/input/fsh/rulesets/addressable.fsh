// Who may see what is decided per resource, so nothing hides inside another one.
RuleSet: Addressable
* ^experimental = false
* contained 0..0
* implicitRules 0..0
* modifierExtension 0..0
