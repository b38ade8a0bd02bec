Profile: PracticeTeam
Parent: CareTeam
Id: waw-practice-team
Title: "Practice team"
Description: "The fixed link between a practice and its Wally (W-1): contact, substitute and coaches, each with a period, and the organisation whose coordinator looks after them. A gap can be stored and raises an alarm."
* insert Addressable
* obeys waw-one-contact and waw-one-substitute and waw-one-coach
* extension contains
    TeamWayOfWorking named wayOfWorking 1..1 MS and
    FirstContactDays named firstContactDays 0..1 MS and
    Agreements named agreements 0..1 MS and
    TeamGap named gap 0..1 MS and
    NobodyThere named nobodyThere 0..* MS and
    MeetingDue named meetingDue 0..1 MS
* insert Say(extension[wayOfWorking], [["A, B or C"]], "werkwijze")
* insert Say(extension[firstContactDays], "Working days to the first contact agreed with this practice", "werkdagen tot eerste contact")
* insert Say(extension[agreements], "What practice and Wally agreed", "afspraken")
* insert Say(extension[gap], "Without a contact or substitute since - written by the server", "onvolledig sinds")
* insert Say(extension[nobodyThere], "When all who may receive are away - written by the server", "niemand aanwezig")
* insert Say(extension[meetingDue], "By when to meet while no meeting is planned - written by the server", "kwartaalgesprek voor")
* status 1..1 MS
* name 1..1 MS
* insert Say(name, "Name", "naam")
* subject 0..0
* encounter 0..0
* period MS
* participant 1..* MS
* insert Say(participant, "Members", "teamleden")
* participant ^slicing.discriminator.type = #pattern
* participant ^slicing.discriminator.path = "role"
* participant ^slicing.rules = #open
* participant.role 1..1 MS
* participant.role from TeamRoleCodes (required)
* insert Say(participant.role, "contact | substitute | coach | coordination", "rol")
* participant.member 1..1 MS
* participant.onBehalfOf 0..0
* participant.period MS
* participant contains contact 0..* MS and substitute 0..* MS and coach 0..* MS and coordination 1..1 MS
* insert Say(participant[contact], "The fixed contact: at most one at a time", "vaste Wally")
* participant[contact].role = TeamRole#contact
* participant[contact].member only Reference(PractitionerRole)
* participant[contact].period 1..1
* participant[contact].period.start 1..1
* insert Say(participant[substitute], "The fixed substitute: at most one at a time", "vaste vervanger")
* participant[substitute].role = TeamRole#substitute
* participant[substitute].member only Reference(PractitionerRole)
* participant[substitute].period 1..1
* participant[substitute].period.start 1..1
* insert Say(participant[coach], "Wellbeing coach: at most one at a time", "welzijnscoach")
* participant[coach].role = TeamRole#coach
* participant[coach].member only Reference(PractitionerRole)
* participant[coach].period 1..1
* participant[coach].period.start 1..1
* insert Say(participant[coordination], "The organisation whose coordinator looks after this team", "coördinerende organisatie")
* participant[coordination].role = TeamRole#coordination
* participant[coordination].member only Reference(Organization)
* reasonReference 0..0
* managingOrganization 1..1 MS
* insert Say(managingOrganization, "The practice", "huisartsenpraktijk")
* telecom MS
* note MS
* insert Say(note, [["Agreements: when and how feedback comes, what to do in an emergency"]], "afspraken")

Invariant: waw-one-contact
Description: "At most one contact without an end."
* severity = #error
* expression = "participant.where(role.coding.where(system = 'http://waariswally.nl/fhir/CodeSystem/waw-team-role' and code = 'contact').exists() and period.end.empty()).count() <= 1"

Invariant: waw-one-substitute
Description: "At most one substitute without an end."
* severity = #error
* expression = "participant.where(role.coding.where(system = 'http://waariswally.nl/fhir/CodeSystem/waw-team-role' and code = 'substitute').exists() and period.end.empty()).count() <= 1"

Invariant: waw-one-coach
Description: "At most one coach without an end."
* severity = #error
* expression = "participant.where(role.coding.where(system = 'http://waariswally.nl/fhir/CodeSystem/waw-team-role' and code = 'coach').exists() and period.end.empty()).count() <= 1"
