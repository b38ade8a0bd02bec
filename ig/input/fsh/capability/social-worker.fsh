Instance: waw-social-worker
InstanceOf: CapabilityStatement
Usage: #definition
* insert Statement(waw-social-worker, [["WawSocialWorker"]], [["Waar is Wally: system of a social worker"]], [["What the own system of a Wally, substitute or coach does: reads the work list, answers Tasks, asks the GP, records contact attempts and feedback."]], client)
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
* insert SearchBy(owner, reference, http://hl7.org/fhir/SearchParameter/Task-owner)
* insert SearchBy(recipient, reference, http://waariswally.nl/fhir/SearchParameter/waw-recipient)
* insert SearchBy(status, token, http://hl7.org/fhir/SearchParameter/Task-status)
* insert SearchBy(code, token, http://hl7.org/fhir/SearchParameter/Task-code)
* insert SearchBy(part-of, reference, http://hl7.org/fhir/SearchParameter/Task-part-of)
* insert SearchBy(business-status, token, http://hl7.org/fhir/SearchParameter/Task-business-status)
* insert SearchBy(first-contact-due, date, http://waariswally.nl/fhir/SearchParameter/waw-first-contact-due)
* insert SearchBy(overdue, date, http://waariswally.nl/fhir/SearchParameter/waw-overdue)
* insert SearchBy(identifier, token, http://hl7.org/fhir/SearchParameter/Task-identifier)
* insert SearchBy(patient, reference, http://hl7.org/fhir/SearchParameter/Task-patient)
* insert Includes(Task:focus)
* insert Includes(Task:patient)
* insert Includes(Task:requester)
* insert RevIncludes(Communication:part-of)
* insert Operates(available-actions, http://waariswally.nl/fhir/OperationDefinition/waw-available-actions)
* insert Validates

* insert Serves(ServiceRequest, waw-referral)
* insert Does(read)
* insert Does(search-type)
* insert SearchBy(_id, token, http://hl7.org/fhir/SearchParameter/Resource-id)
* insert SearchBy(identifier, token, http://hl7.org/fhir/SearchParameter/clinical-identifier)
* insert Includes(ServiceRequest:patient)
* insert Includes(ServiceRequest:requester)
* insert RevIncludes(CommunicationRequest:based-on)
* insert RevIncludes(QuestionnaireResponse:based-on)
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
* insert SearchBy(part-of, reference, http://hl7.org/fhir/SearchParameter/Communication-part-of)
* insert SearchBy(based-on, reference, http://hl7.org/fhir/SearchParameter/Communication-based-on)
* insert SearchBy(category, token, http://hl7.org/fhir/SearchParameter/Communication-category)
* insert Validates

* insert Serves(Consent, waw-consent)
* insert Does(read)
* insert Does(update)
* insert Does(patch)
* insert Validates

* insert Serves(Patient, waw-patient)
* insert Does(read)
* insert Validates

* insert Serves(RelatedPerson, waw-representative)
* insert Does(read)
* insert Does(search-type)
* insert SearchBy(patient, reference, http://hl7.org/fhir/SearchParameter/RelatedPerson-patient)
* insert SearchBy(practice, reference, http://waariswally.nl/fhir/SearchParameter/waw-practice)
* insert Validates

* insert ServesBase(PractitionerRole)
* insert Supports(waw-gp-role)
* insert Supports(waw-wally-role)
* insert Does(read)
* insert Does(search-type)
* insert Does(update)
* insert Does(patch)
* insert SearchBy(organization, reference, http://hl7.org/fhir/SearchParameter/PractitionerRole-organization)
* insert Validates

* insert Serves(CareTeam, waw-practice-team)
* insert Does(read)
* insert Does(search-type)
* insert SearchBy(participant, reference, http://hl7.org/fhir/SearchParameter/CareTeam-participant)
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
* insert Includes(HealthcareService:organization)
* insert Validates

* insert Serves(QuestionnaireResponse, waw-clarification)
* insert Does(read)
* insert Does(search-type)
* insert Does(create)
* insert Does(update)
* insert Does(patch)
* insert SearchBy(based-on, reference, http://hl7.org/fhir/SearchParameter/QuestionnaireResponse-based-on)
* insert SearchBy(patient, reference, http://hl7.org/fhir/SearchParameter/QuestionnaireResponse-patient)
* insert SearchBy(status, token, http://hl7.org/fhir/SearchParameter/QuestionnaireResponse-status)
* insert SearchBy(questionnaire, reference, http://hl7.org/fhir/SearchParameter/QuestionnaireResponse-questionnaire)
* insert SearchBy(author, reference, http://hl7.org/fhir/SearchParameter/QuestionnaireResponse-author)
* insert SearchBy(authored, date, http://hl7.org/fhir/SearchParameter/QuestionnaireResponse-authored)
* insert Validates

* insert ServesBase(Questionnaire)
* insert Does(read)
* insert Does(search-type)
* insert SearchBy(url, uri, http://hl7.org/fhir/SearchParameter/Questionnaire-url)
* insert Validates

* insert Subscribes
* insert Validates

* insert ServesBase(Bundle)
* insert Validates
