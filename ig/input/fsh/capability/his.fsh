Instance: waw-his
InstanceOf: CapabilityStatement
Usage: #definition
* insert Statement(waw-his, [["WawHis"]], [["Waar is Wally: GP information system"]], [["What the information system of a GP practice does: sends referrals, follows them, answers questions, sends messages, asks to stop, fetches feedback and confirms that it was read."]], client)
* insert BearsTheRecentPast
* rest.interaction.code = #transaction

* insert ServesBase(Task)
* insert Supports(waw-referral-task)
* insert Supports(waw-information-task)
* insert Supports(waw-cancellation-task)
* insert Does(read)
* insert Does(search-type)
* insert Does(create)
* insert Does(update)
* insert Does(patch)
* insert SearchBy(_lastUpdated, date, http://hl7.org/fhir/SearchParameter/Resource-lastUpdated)
* insert SearchBy(status, token, http://hl7.org/fhir/SearchParameter/Task-status)
* insert SearchBy(requester, reference, http://hl7.org/fhir/SearchParameter/Task-requester)
* insert SearchBy(code, token, http://hl7.org/fhir/SearchParameter/Task-code)
* insert SearchBy(part-of, reference, http://hl7.org/fhir/SearchParameter/Task-part-of)
* insert SearchBy(identifier, token, http://hl7.org/fhir/SearchParameter/Task-identifier)
* insert SearchBy(practice, reference, http://waariswally.nl/fhir/SearchParameter/waw-practice)
* insert SearchBy(modified, date, http://hl7.org/fhir/SearchParameter/Task-modified)
* insert SearchBy(patient, reference, http://hl7.org/fhir/SearchParameter/Task-patient)
* insert Includes(Task:focus)
* insert Includes(Task:owner)
* insert Includes(PractitionerRole:practitioner)
* insert RevIncludes(Communication:part-of)
* insert Operates(available-actions, http://waariswally.nl/fhir/OperationDefinition/waw-available-actions)
* insert Validates

* insert Serves(ServiceRequest, waw-referral)
* insert Does(read)
* insert Does(search-type)
* insert SearchBy(identifier, token, http://hl7.org/fhir/SearchParameter/clinical-identifier)
* insert SearchBy(patient, reference, http://hl7.org/fhir/SearchParameter/clinical-patient)
* insert Validates

* insert ServesBase(CommunicationRequest)
* insert Supports(waw-feedback-request)
* insert Supports(waw-information-request)
* insert Does(read)
* insert Does(search-type)
* insert SearchBy(based-on, reference, http://hl7.org/fhir/SearchParameter/CommunicationRequest-based-on)
* insert Validates

* insert ServesBase(Communication)
* insert Supports(waw-feedback)
* insert Supports(waw-contact-attempt)
* insert Supports(waw-information-answer)
* insert Supports(waw-message)
* insert Supports(waw-closing-notice)
* insert Does(read)
* insert Does(search-type)
* insert Does(create)
* insert Does(update)
* insert Does(patch)
* insert SearchBy(_lastUpdated, date, http://hl7.org/fhir/SearchParameter/Resource-lastUpdated)
* insert SearchBy(based-on, reference, http://hl7.org/fhir/SearchParameter/Communication-based-on)
* insert SearchBy(part-of, reference, http://hl7.org/fhir/SearchParameter/Communication-part-of)
* insert SearchBy(category, token, http://hl7.org/fhir/SearchParameter/Communication-category)
* insert SearchBy(recipient, reference, http://hl7.org/fhir/SearchParameter/Communication-recipient)
* insert SearchBy(sent, date, http://hl7.org/fhir/SearchParameter/Communication-sent)
* insert Validates

* insert Serves(Consent, waw-consent)
* insert Does(read)
* insert Does(search-type)
* insert Does(update)
* insert Does(patch)
* insert SearchBy(patient, reference, http://hl7.org/fhir/SearchParameter/clinical-patient)
* insert Validates

* insert Serves(Patient, waw-patient)
* insert Does(read)
* insert Does(search-type)
* insert SearchBy(identifier, token, http://hl7.org/fhir/SearchParameter/Patient-identifier)
* insert Validates

* insert Serves(RelatedPerson, waw-representative)
* insert Does(read)
* insert Does(search-type)
* insert Does(update)
* insert Does(patch)
* insert SearchBy(patient, reference, http://hl7.org/fhir/SearchParameter/RelatedPerson-patient)
* insert SearchBy(practice, reference, http://waariswally.nl/fhir/SearchParameter/waw-practice)
* insert Validates

* insert ServesBase(PractitionerRole)
* insert Supports(waw-gp-role)
* insert Supports(waw-wally-role)
* insert Does(read)
* insert Does(search-type)
* insert SearchBy(organization, reference, http://hl7.org/fhir/SearchParameter/PractitionerRole-organization)
* insert Validates

* insert Serves(CareTeam, waw-practice-team)
* insert Does(read)
* insert Does(search-type)
* insert SearchBy(managing-organization, reference, http://waariswally.nl/fhir/SearchParameter/waw-managing-organization)
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
* insert SearchBy(name, string, http://hl7.org/fhir/SearchParameter/HealthcareService-name)
* insert SearchBy(service-type, token, http://hl7.org/fhir/SearchParameter/HealthcareService-service-type)
* insert SearchBy(organization, reference, http://hl7.org/fhir/SearchParameter/HealthcareService-organization)
* insert SearchBy(active, token, http://hl7.org/fhir/SearchParameter/HealthcareService-active)
* insert Validates

* insert Subscribes
* insert Validates

* insert ServesBase(Bundle)
* insert Validates
