// What an element is, in English for developers and in Dutch for the people they work for.
RuleSet: Say(path, short, alias)
* {path} ^short = {short}
* {path} ^alias = {alias}
