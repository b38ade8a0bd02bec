Instance: waw-coordinator
InstanceOf: CapabilityStatement
Usage: #definition
* insert Statement(waw-coordinator, [["WawCoordinator"]], [["Waar is Wally: coordinator"]], [["What a coordinator does: looks after roles, absence and teams, sees what is overdue or unattended, reassigns."]], client)
* insert BearsTheRecentPast
* rest.interaction.code = #transaction

* insert ServesBase(Task)
* insert Supports(waw-referral-task)
* insert Does(read)
* insert Does(search-type)
* insert Does(update)
* insert Does(patch)
* insert SearchBy(owner, reference, http://hl7.org/fhir/SearchParameter/Task-owner)
* insert SearchBy(status, token, http://hl7.org/fhir/SearchParameter/Task-status)
* insert SearchBy(overdue, date, http://waariswally.nl/fhir/SearchParameter/waw-overdue)
* insert SearchBy(unattended, date, http://waariswally.nl/fhir/SearchParameter/waw-unattended)
* insert SearchBy(first-contact-due, date, http://waariswally.nl/fhir/SearchParameter/waw-first-contact-due)
* insert SearchBy(practice, reference, http://waariswally.nl/fhir/SearchParameter/waw-practice)
* insert Operates(available-actions, http://waariswally.nl/fhir/OperationDefinition/waw-available-actions)
* insert Validates

* insert Serves(Practitioner, waw-practitioner)
* insert Does(read)
* insert Does(search-type)
* insert Does(create)
* insert Does(update)
* insert Does(patch)
* insert SearchBy(identifier, token, http://hl7.org/fhir/SearchParameter/Practitioner-identifier)
* insert Validates

* insert ServesBase(PractitionerRole)
* insert Supports(waw-gp-role)
* insert Supports(waw-wally-role)
* insert Does(read)
* insert Does(search-type)
* insert Does(create)
* insert Does(update)
* insert Does(patch)
* insert SearchBy(practitioner, reference, http://hl7.org/fhir/SearchParameter/PractitionerRole-practitioner)
* insert SearchBy(organization, reference, http://hl7.org/fhir/SearchParameter/PractitionerRole-organization)
* insert SearchBy(role, token, http://hl7.org/fhir/SearchParameter/PractitionerRole-role)
* insert SearchBy(active, token, http://hl7.org/fhir/SearchParameter/PractitionerRole-active)
* insert SearchBy(date, date, http://hl7.org/fhir/SearchParameter/PractitionerRole-date)
* insert Validates

* insert ServesBase(Organization)
* insert Supports(waw-gp-practice)
* insert Supports(waw-social-organization)
* insert Does(read)
* insert Does(search-type)
* insert Does(create)
* insert Does(update)
* insert Does(patch)
* insert SearchBy(identifier, token, http://hl7.org/fhir/SearchParameter/Organization-identifier)
* insert SearchBy(name, string, http://hl7.org/fhir/SearchParameter/Organization-name)
* insert Validates

* insert Serves(CareTeam, waw-practice-team)
* insert Does(read)
* insert Does(search-type)
* insert Does(create)
* insert Does(update)
* insert Does(patch)
* insert SearchBy(participant, reference, http://hl7.org/fhir/SearchParameter/CareTeam-participant)
* insert SearchBy(status, token, http://hl7.org/fhir/SearchParameter/CareTeam-status)
* insert SearchBy(managing-organization, reference, http://waariswally.nl/fhir/SearchParameter/waw-managing-organization)
* insert SearchBy(gap, date, http://waariswally.nl/fhir/SearchParameter/waw-gap)
* insert SearchBy(meeting-due, date, http://waariswally.nl/fhir/SearchParameter/waw-meeting-due)
* insert SearchBy(nobody-there, date, http://waariswally.nl/fhir/SearchParameter/waw-nobody-there)
* insert Validates

* insert Serves(Appointment, waw-meeting)
* insert Does(read)
* insert Does(search-type)
* insert Does(create)
* insert Does(update)
* insert Does(patch)
* insert SearchBy(_id, token, http://hl7.org/fhir/SearchParameter/Resource-id)
* insert SearchBy(practice, reference, http://waariswally.nl/fhir/SearchParameter/waw-practice)
* insert SearchBy(date, date, http://hl7.org/fhir/SearchParameter/Appointment-date)
* insert SearchBy(status, token, http://hl7.org/fhir/SearchParameter/Appointment-status)
* insert SearchBy(actor, reference, http://hl7.org/fhir/SearchParameter/Appointment-actor)
* insert Operates(agenda, http://waariswally.nl/fhir/OperationDefinition/waw-agenda)
* insert Validates

* insert Serves(HealthcareService, waw-offer)
* insert Does(read)
* insert Does(search-type)
* insert Does(create)
* insert Does(update)
* insert Does(patch)
* insert SearchBy(name, string, http://hl7.org/fhir/SearchParameter/HealthcareService-name)
* insert SearchBy(service-type, token, http://hl7.org/fhir/SearchParameter/HealthcareService-service-type)
* insert SearchBy(organization, reference, http://hl7.org/fhir/SearchParameter/HealthcareService-organization)
* insert SearchBy(active, token, http://hl7.org/fhir/SearchParameter/HealthcareService-active)
* insert Validates

* insert Subscribes
* insert Validates

* insert ServesBase(Bundle)
* insert Validates
