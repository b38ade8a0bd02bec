// The elements and extensions of R4 Subscriptions Backport 1.1 that are served here. That guide is not among the packages that
// this one is compiled with: its rules are written out, so that a subscription that conforms to this profile conforms to
// http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-subscription as well.
Profile: NotificationSubscription
Parent: Subscription
Id: waw-subscription
Title: "Subscription"
Description: "A system asks to be told what happens: R4 Subscriptions Backport 1.1, by rest-hook, with nothing or ids only in what is sent."
* text 0..0
* contained 0..0
* extension contains waw-subscriber named subscriber 0..1
* insert Say(extension[subscriber], [["Who asked for it; written by the server"]], "abonnee")
* status MS
* insert Say(status, [["requested | active | error | off: send requested to begin (again) and off to end; the rest is the server's"]], "status")
* contact 0..0
* end MS
* insert Say(end, [["When it ends of itself"]], "eindigt")
* reason MS
* insert Say(reason, [["What it is for, in a word: nothing of persons"]], "waarvoor")
* criteria MS
* insert Say(criteria, [["The canonical URL of the topic"]], "onderwerp")
* error MS
* insert Say(error, [["Why it stands still; written by the server"]], "fout")
* channel.type = #rest-hook
* channel.endpoint 1..1 MS
* insert Say(channel.endpoint, [["Where notifications are sent: one of the places registered for the client"]], "adres")
* channel.payload 1..1 MS
* insert Say(channel.payload, "application/fhir+json | application/fhir+xml", "vorm")
* channel.header 0..5 MS
* insert Say(channel.header, [["What each notification carries as headers: Authorization or X-…; the values are secrets that are never shown again"]], "kopregels")
* obeys waw-sub-1 and waw-sub-2 and waw-sub-3

Invariant: waw-sub-1
Description: "Extensions of criteria are filters (backport-filter-criteria), each a string such as Task?status=requested; at most five."
Expression: "criteria.extension.all(url = 'http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-filter-criteria' and value is string) and criteria.extension.count() <= 5"
Severity: #error

Invariant: waw-sub-2
Description: "channel.payload has the extension backport-payload-content, once: empty or id-only."
Expression: "channel.payload.extension.all(url = 'http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-payload-content' and (value as code) in ('empty' | 'id-only')) and channel.payload.extension.count() = 1"
Severity: #error

Invariant: waw-sub-3
Description: "Extensions of channel are backport-heartbeat-period, backport-timeout and backport-max-count, each at most once and a whole number."
Expression: "channel.extension.all(url in ('http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-heartbeat-period' | 'http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-timeout' | 'http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-max-count') and value is integer) and channel.extension.url.isDistinct()"
Severity: #error
