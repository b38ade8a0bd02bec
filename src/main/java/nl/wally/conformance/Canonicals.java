package nl.wally.conformance;

/**
 * Every canonical URL and naming system that the code knows, in this one file. The base is set a second time only in
 * {@code ig/sushi-config.yaml}.
 */
public final class Canonicals {
    /** The base of all artifacts of this project. */
    public static final String BASE = "http://waariswally.nl/fhir";

    private static final String PROFILE = BASE + "/StructureDefinition/waw-";
    private static final String EXTENSION = BASE + "/StructureDefinition/waw-";
    private static final String CODE_SYSTEM = BASE + "/CodeSystem/waw-";
    private static final String HL7 = "http://hl7.org/fhir";
    private static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem";

    /** The start of everything that FHIR itself defines. */
    public static final String HL7_BASE = HL7 + "/";

    /** The start of everything in HL7 Terminology. */
    public static final String TERMINOLOGY_BASE = "http://terminology.hl7.org/";

    // Profiles.
    public static final String PROFILE_REFERRAL = PROFILE + "referral";
    public static final String PROFILE_REFERRAL_TASK = PROFILE + "referral-task";
    public static final String PROFILE_FEEDBACK_REQUEST = PROFILE + "feedback-request";
    public static final String PROFILE_INFORMATION_REQUEST = PROFILE + "information-request";
    public static final String PROFILE_FEEDBACK = PROFILE + "feedback";
    public static final String PROFILE_CONTACT_ATTEMPT = PROFILE + "contact-attempt";
    public static final String PROFILE_INFORMATION_ANSWER = PROFILE + "information-answer";
    public static final String PROFILE_MESSAGE = PROFILE + "message";
    public static final String PROFILE_CLOSING_NOTICE = PROFILE + "closing-notice";
    public static final String PROFILE_CONSENT = PROFILE + "consent";
    public static final String PROFILE_PATIENT = PROFILE + "patient";
    public static final String PROFILE_REPRESENTATIVE = PROFILE + "representative";
    public static final String PROFILE_PRACTITIONER = PROFILE + "practitioner";
    public static final String PROFILE_GP_ROLE = PROFILE + "gp-role";
    public static final String PROFILE_WALLY_ROLE = PROFILE + "wally-role";
    public static final String PROFILE_GP_PRACTICE = PROFILE + "gp-practice";
    public static final String PROFILE_SOCIAL_ORGANIZATION = PROFILE + "social-organization";
    public static final String PROFILE_OFFER = PROFILE + "offer";
    public static final String PROFILE_CLARIFICATION = PROFILE + "clarification";
    public static final String PROFILE_PRACTICE_TEAM = PROFILE + "practice-team";
    public static final String PROFILE_INFORMATION_TASK = PROFILE + "information-task";
    public static final String PROFILE_CANCELLATION_TASK = PROFILE + "cancellation-task";
    public static final String PROFILE_SUBSCRIPTION = PROFILE + "subscription";
    public static final String PROFILE_MEETING = PROFILE + "meeting";
    public static final String PROFILE_AUDIT_EVENT = PROFILE + "audit-event";

    /** The start of the definition of a type itself, without any profile. */
    public static final String BASE_DEFINITION = HL7 + "/StructureDefinition/";

    // Code systems.
    public static final String SYSTEM_PROBLEM = CODE_SYSTEM + "problem";
    public static final String SYSTEM_BUSINESS_STATUS = CODE_SYSTEM + "business-status";
    public static final String SYSTEM_STATUS_REASON = CODE_SYSTEM + "status-reason";
    public static final String SYSTEM_OUTCOME = CODE_SYSTEM + "outcome";
    public static final String SYSTEM_TASK_OUTPUT = CODE_SYSTEM + "task-output";
    public static final String SYSTEM_TASK_INPUT = CODE_SYSTEM + "task-input";
    public static final String SYSTEM_ROLE = CODE_SYSTEM + "role";
    public static final String SYSTEM_AGENDA_POINT = CODE_SYSTEM + "agenda-point";
    public static final String SYSTEM_TEAM_ROLE = CODE_SYSTEM + "team-role";
    public static final String SYSTEM_COMMUNICATION_CATEGORY = CODE_SYSTEM + "communication-category";
    public static final String SYSTEM_COMMUNICATION_REQUEST_CATEGORY = CODE_SYSTEM + "communication-request-category";
    public static final String SYSTEM_REFERRAL_CATEGORY = CODE_SYSTEM + "referral-category";
    public static final String SYSTEM_CONTACT_RESULT = CODE_SYSTEM + "contact-result";
    public static final String SYSTEM_LIFE_AREA = CODE_SYSTEM + "life-area";
    public static final String SYSTEM_LIFE_AREA_STATE = CODE_SYSTEM + "life-area-state";
    public static final String SYSTEM_WAY_OF_WORKING = CODE_SYSTEM + "way-of-working";
    public static final String SYSTEM_SHARING = CODE_SYSTEM + "sharing";
    public static final String SYSTEM_ORGANIZATION_TYPE = CODE_SYSTEM + "organization-type";
    public static final String SYSTEM_ACTION = CODE_SYSTEM + "action";
    /** What a sender asks the simulator to play. */
    public static final String SYSTEM_SIMULATION = CODE_SYSTEM + "simulation";
    /** Codes of Tasks beside the referral that HL7's task-code lacks. */
    public static final String SYSTEM_TASK_CODE = CODE_SYSTEM + "task-code";

    // Extensions.
    public static final String EXTENSION_FIRST_CONTACT_DUE = EXTENSION + "first-contact-due";
    public static final String EXTENSION_OVERDUE = EXTENSION + "overdue";
    public static final String EXTENSION_ESCALATION = EXTENSION + "escalation";
    public static final String EXTENSION_UNATTENDED = EXTENSION + "unattended";
    public static final String EXTENSION_RESUME_DATE = EXTENSION + "resume-date";
    public static final String EXTENSION_PRACTICE = EXTENSION + "practice";
    public static final String EXTENSION_DISCUSSED_BY_PHONE = EXTENSION + "discussed-by-phone";
    public static final String EXTENSION_SAFE_TO_CALL = EXTENSION + "safe-to-call";
    public static final String EXTENSION_VOICEMAIL_ALLOWED = EXTENSION + "voicemail-allowed";
    public static final String EXTENSION_CRISIS = EXTENSION + "crisis";
    public static final String EXTENSION_CONTACT_RESULT = EXTENSION + "contact-result";
    public static final String EXTENSION_READ = EXTENSION + "read";
    public static final String EXTENSION_GAP = EXTENSION + "gap";
    public static final String EXTENSION_MEETING_DUE = EXTENSION + "meeting-due";
    public static final String EXTENSION_REMINDED = EXTENSION + "reminded";
    public static final String EXTENSION_NOBODY_THERE = EXTENSION + "nobody-there";
    public static final String EXTENSION_HAND_OVER = EXTENSION + "hand-over";
    public static final String EXTENSION_ABSENCE_SUBSTITUTE = EXTENSION + "absence-substitute";
    public static final String EXTENSION_AGREEMENTS = EXTENSION + "agreements";
    public static final String EXTENSION_WAY_OF_WORKING = EXTENSION + "way-of-working";
    public static final String EXTENSION_FIRST_CONTACT_DAYS = EXTENSION + "first-contact-days";
    public static final String EXTENSION_IDENTIFIER_SYSTEM = EXTENSION + "identifier-system";
    public static final String EXTENSION_PREFERRED_MOMENT = EXTENSION + "preferred-moment";

    public static final String EXTENSION_WAITING_TIME = EXTENSION + "waiting-time";
    public static final String EXTENSION_GROUP_SIZE = EXTENSION + "group-size";
    public static final String EXTENSION_FINDING = EXTENSION + "finding";
    public static final String EXTENSION_SUBSCRIBER = EXTENSION + "subscriber";

    /** The start of what R4 Subscriptions Backport 1.1 defines: extensions of a Subscription, and profiles. */
    public static final String BACKPORT = HL7 + "/uv/subscriptions-backport/StructureDefinition/";

    /** The start of every topic that a Subscription may name. */
    public static final String TOPIC = BASE + "/SubscriptionTopic/waw-";

    /** Standard extensions: where in the body that was sent an issue lies. */
    public static final String EXTENSION_ISSUE_LINE = HL7 + "/StructureDefinition/operationoutcome-issue-line";

    public static final String EXTENSION_ISSUE_COLUMN = HL7 + "/StructureDefinition/operationoutcome-issue-col";

    /** Standard extension: why a ServiceRequest has its status. */
    public static final String EXTENSION_REQUEST_STATUS_REASON = HL7 + "/StructureDefinition/request-statusReason";

    /** Standard extension: an interpreter is needed. */
    public static final String EXTENSION_INTERPRETER = HL7 + "/StructureDefinition/patient-interpreterRequired";

    // Identifiers.
    /** The server's own number of a referral. */
    public static final String REFERRAL_NUMBER = BASE + "/sid/referral-number";

    /** The citizen service number, which is refused while a municipality's switch is off (W-10). */
    public static final String BSN = "http://fhir.nl/fhir/NamingSystem/bsn";

    /** The same number as an OID, as older systems write it. */
    public static final String BSN_OID = "urn:oid:2.16.840.1.113883.2.4.6.3";

    /** OAuth clients. */
    public static final String CLIENT = BASE + "/sid/client";

    /** The key under which a coordination, the assigner, exchanges an offer as CSV. */
    public static final String OFFER_KEY = BASE + "/sid/offer-key";

    public static final String IDENTIFIER_TYPE = TERMINOLOGY + "/v2-0203";

    // Code systems of others.
    public static final String SUBSCRIPTION_ERROR = TERMINOLOGY + "/subscription-error";
    public static final String TASK_CODE = HL7 + "/CodeSystem/task-code";
    public static final String CONSENT_SCOPE = TERMINOLOGY + "/consentscope";
    public static final String OBSERVATION_VALUE = TERMINOLOGY + "/v3-ObservationValue";
    public static final String SYSTEM_AUDIT_EVENT_TYPE = TERMINOLOGY + "/audit-event-type";
    public static final String SYSTEM_AUDIT_ENTITY_TYPE = TERMINOLOGY + "/audit-entity-type";
    public static final String SYSTEM_AUDIT_OBJECT_ROLE = TERMINOLOGY + "/object-role";
    public static final String SYSTEM_RESTFUL_INTERACTION = HL7 + "/restful-interaction";
    /** What IHE calls the id of a request in an AuditEvent. */
    public static final String SYSTEM_AUDIT_REQUEST_ID =
            "https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType";

    public static final String PARTICIPATION_MODE = TERMINOLOGY + "/v3-ParticipationMode";
    public static final String LOINC = "http://loinc.org";
    public static final String ICPC_1_NL = HL7 + "/sid/icpc-1-nl";

    // Resources that the server reads from profiles/.
    /** The statement that decides what the server offers. */
    public static final String CAPABILITY_STATEMENT = BASE + "/CapabilityStatement/waw-server";

    /** The form of the clarification of the question (W-4), without its version. */
    public static final String CLARIFICATION_FORM = BASE + "/Questionnaire/waw-clarification-form";

    /** The start of every search parameter of this project. */
    public static final String SEARCH_PARAMETER = BASE + "/SearchParameter/waw-";

    /** The value set of all media types, which nobody can list. */
    static final String MIME_TYPES = HL7 + "/ValueSet/mimetypes";

    /** The start of every value set of this project. */
    public static final String VALUE_SET = BASE + "/ValueSet/waw-";

    private Canonicals() {}
}
