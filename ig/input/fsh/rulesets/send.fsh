// One transaction of five entries. The entries are inline instances, so that a counter-example exchanges one of them.
RuleSet: Entry(uuid, resource, type)
* entry[+].fullUrl = "urn:uuid:5c1d0a3e-7b8f-4d5e-9a61-0b1e2f3a4c0{uuid}"
* entry[=].resource = {resource}
* entry[=].request.method = #POST
* entry[=].request.url = "{type}"

RuleSet: Send(patient, consent, referral, task, request)
* type = #transaction
* insert Entry(1, {patient}, Patient)
* entry[=].request.ifNoneExist = "identifier=https://practice-1.example/patient|P-1001"
* insert Entry(2, {consent}, Consent)
* insert Entry(3, {referral}, ServiceRequest)
* insert Entry(4, {task}, Task)
* insert Entry(5, {request}, CommunicationRequest)

// The same with somebody who speaks for the person.
RuleSet: SendWith(representative)
* insert Entry(8, {representative}, RelatedPerson)

// The number that the sender gives the referral of a Bundle made with Send.
RuleSet: Numbered(number)
* entry[2].resource.identifier[0].value = "{number}"

// The problem that a counter-example is refused with.
RuleSet: Breaks(problem)
* meta.tag[+] = Problem#{problem}

// From which status, and by whom, a Task counter-example is sent.
RuleSet: SentFrom(status, actor)
* meta.tag[+] = CounterExample#from-{status}
* meta.tag[+] = CounterExample#by-{actor}

// By whom a counter-example that needs no referral is sent.
RuleSet: SentBy(actor)
* meta.tag[+] = CounterExample#by-{actor}
