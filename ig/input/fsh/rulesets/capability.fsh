// One line per part of a CapabilityStatement. The server reads waw-server from its compiled form: what it does not name does
// not exist.
RuleSet: Statement(id, name, title, description, mode)
* url = "http://waariswally.nl/fhir/CapabilityStatement/{id}"
* version = "0.1.0"
* name = {name}
* title = {title}
* status = #active
* experimental = false
* date = "2026-03-01"
* publisher = "Waar is Wally"
* description = {description}
* kind = #requirements
* fhirVersion = #4.0.1
* format[+] = #application/fhir+json
* format[+] = #application/fhir+xml
* patchFormat[+] = #application/json-patch+json
* patchFormat[+] = #application/fhir+json
* patchFormat[+] = #application/fhir+xml
* rest.mode = #{mode}
* rest.security.service = http://terminology.hl7.org/CodeSystem/restful-security-service#OAuth
* rest.security.description = "An OAuth 2 access token on every request but metadata. Systems get it by SMART Backend Services; where, says .well-known/smart-configuration, unless the operator has an issuer of its own."

// How far behind the answer to a search may be; FHIR R4 has no element for it.
RuleSet: AnswersFromTheRecentPast
* rest.documentation = "A search with the header Cache-Control: max-stale=10 (RFC 9111, section 5.2.1.2; the number is in seconds) may be found in a copy of the database that is as far behind, where the operator runs one. Where use was made of that, the header Age says how many seconds at most: what happened since may be missing. What is in the answer is always current, and without max-stale nothing is missing."

RuleSet: BearsTheRecentPast
* rest.documentation = "A search that polls, or a list that refreshes itself, may send Cache-Control: max-stale with the number of seconds that its answer may be behind; one after a change of the client's own does not."

RuleSet: Serves(type, profile)
* rest.resource[+].type = #{type}
* rest.resource[=].profile = "http://waariswally.nl/fhir/StructureDefinition/{profile}"

RuleSet: ServesBase(type)
* rest.resource[+].type = #{type}
* rest.resource[=].profile = "http://hl7.org/fhir/StructureDefinition/{type}"

RuleSet: Supports(profile)
* rest.resource[=].supportedProfile[+] = "http://waariswally.nl/fhir/StructureDefinition/{profile}"

RuleSet: Does(code)
* rest.resource[=].interaction[+].code = #{code}

RuleSet: Versioned
* rest.resource[=].versioning = #versioned-update
* rest.resource[=].readHistory = true
* rest.resource[=].updateCreate = false
* rest.resource[=].conditionalCreate = false
* rest.resource[=].conditionalRead = #full-support
* rest.resource[=].conditionalUpdate = false
* rest.resource[=].conditionalDelete = #not-supported

RuleSet: SearchBy(name, type, definition)
* rest.resource[=].searchParam[+].name = "{name}"
* rest.resource[=].searchParam[=].definition = "{definition}"
* rest.resource[=].searchParam[=].type = #{type}

RuleSet: Includes(path)
* rest.resource[=].searchInclude[+] = "{path}"

RuleSet: RevIncludes(path)
* rest.resource[=].searchRevInclude[+] = "{path}"

RuleSet: Operates(name, definition)
* rest.resource[=].operation[+].name = "{name}"
* rest.resource[=].operation[=].definition = "{definition}"

// The standard operation, offered on a type and on an instance.
RuleSet: Validates
* rest.resource[=].operation[+].name = "validate"
* rest.resource[=].operation[=].definition = "http://hl7.org/fhir/OperationDefinition/Resource-validate"
* rest.resource[=].operation[=].documentation = "POST with the resource by itself, or as the parameter resource beside mode and profile; both may also stand in the query. Without a profile the one for the type is taken; of a Bundle each entry is validated by the profile for its type. mode is create or update, not delete: then the rules of the method judge as well, with the rights of the caller, what would happen is told as information, and nothing is stored. An update without If-Match and without meta.versionId means the current version. The answer is 200 with an OperationOutcome whenever validation could be done. The number of requests in a minute is limited: 429 says when to come back."

// R4 Subscriptions Backport 1.1: what every system that subscribes uses.
RuleSet: Subscribes
* insert Serves(Subscription, waw-subscription)
* insert Topic(task)
* insert Topic(feedback)
* rest.resource[=].supportedProfile[+] = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-subscription"
* insert Does(read)
* insert Does(search-type)
* insert Does(create)
* insert Does(update)
* insert SearchBy(url, uri, http://hl7.org/fhir/SearchParameter/Subscription-url)
* insert SearchBy(status, token, http://hl7.org/fhir/SearchParameter/Subscription-status)
* insert Operates(status, http://hl7.org/fhir/uv/subscriptions-backport/OperationDefinition/backport-subscription-status)
* insert Operates(events, http://hl7.org/fhir/uv/subscriptions-backport/OperationDefinition/backport-subscription-events)

RuleSet: Topic(name)
* rest.resource[=].extension[+].url = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/capabilitystatement-subscriptiontopic-canonical"
* rest.resource[=].extension[=].valueCanonical = "http://waariswally.nl/fhir/SubscriptionTopic/waw-{name}"
