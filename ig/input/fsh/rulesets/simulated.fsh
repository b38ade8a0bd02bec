// The Dutch words for an answer that is played, and its HTTP status.
RuleSet: Simulated(dutch, status)
* insert Dutch({dutch})
* ^property[+].code = #http-status
* ^property[=].valueInteger = {status}

// A referral of Send that asks for something to be played.
RuleSet: Plays(code)
* entry[3].resource.meta.tag[+] = Simulation#{code}
