package nl.wally.shared;

/**
 * Why the server refuses something: one code per rule, the same codes as CodeSystem {@code waw-problem}, carried in
 * {@code OperationOutcome.issue.details}. Which HTTP status belongs to a problem is known to module {@code fhir} alone.
 */
public enum Problem {
    UNREADABLE(IssueKind.STRUCTURE, "Het bericht is onleesbaar", "The body cannot be read as FHIR R4 JSON or XML"),
    NOT_SUPPORTED(
            IssueKind.NOTSUPPORTED,
            "Dit wordt niet aangeboden",
            "This interaction or resource type is not offered; see /fhir/metadata"),
    PARAMETER_UNKNOWN(
            IssueKind.NOTSUPPORTED, "Onbekende parameter", "This search parameter is not offered; see /fhir/metadata"),
    PARAMETER_INVALID(IssueKind.INVALID, "Ongeldige parameter", "A parameter has a value that cannot be used"),
    UNAUTHENTICATED(IssueKind.LOGIN, "Niet aangemeld", "A valid access token is required"),
    FORBIDDEN(IssueKind.FORBIDDEN, "Niet toegestaan voor u", "This caller may not do this"),
    NOT_FOUND(
            IssueKind.NOTFOUND,
            "Niet gevonden",
            "There is no such resource that you may see; an update creates nothing"),
    NOT_ACCEPTABLE(
            IssueKind.NOTSUPPORTED,
            "Dit antwoordformaat wordt niet aangeboden",
            "Only application/fhir+json and application/fhir+xml are offered"),
    DUPLICATE(
            IssueKind.DUPLICATE,
            "Dit verwijsnummer is al gebruikt voor een andere verwijzing",
            "This placer number was used before for a referral with other content"),
    CONFLICT(
            IssueKind.CONFLICT,
            "Gelijktijdige wijziging",
            "Another change happened at the same moment: read again and retry"),
    VERSION_STALE(
            IssueKind.CONFLICT, "De versie is verouderd", "If-Match names an older version: read again and retry"),
    TOO_LARGE(IssueKind.TOOLONG, "Het bericht is te groot", "The body is larger than this server accepts"),
    MEDIA_TYPE(
            IssueKind.NOTSUPPORTED,
            "Dit berichtformaat wordt niet aangeboden",
            "Send application/fhir+json or application/fhir+xml in UTF-8"),
    VERSION_REQUIRED(
            IssueKind.REQUIRED,
            "If-Match ontbreekt",
            "Send If-Match with the version that you read, for example W/\"3\""),
    VERSION_INVALID(IssueKind.INVALID, "If-Match is onleesbaar", "If-Match must name one version, for example W/\"3\""),
    TOO_MANY_REQUESTS(IssueKind.THROTTLED, "Te veel verzoeken", "Too many requests: wait and retry"),
    PROFILE_VIOLATION(
            IssueKind.INVARIANT,
            "Het bericht voldoet niet aan het profiel",
            "The resource does not conform to the profile for its type"),
    BUNDLE_REQUIRED(
            IssueKind.BUSINESSRULE,
            "Stuur een verwijzing als een geheel",
            "A referral is sent as one transaction Bundle of Patient, Consent, ServiceRequest, Task and CommunicationRequest; a question as one of CommunicationRequest and information Task"),
    BUNDLE_INCOMPLETE(
            IssueKind.REQUIRED,
            "De verwijzing is niet compleet",
            "The referral Bundle misses a part or has one too many"),
    REFERENCE_UNRESOLVED(
            IssueKind.NOTFOUND,
            "Een verwijzing in het bericht klopt niet",
            "A reference points to nothing that you may see"),
    REQUESTER_MISMATCH(
            IssueKind.BUSINESSRULE,
            "De aanvrager hoort niet bij uw praktijk",
            "The requester does not belong to the practice of the caller"),
    IDENTIFIER_SYSTEM_FOREIGN(
            IssueKind.BUSINESSRULE,
            "Dit nummersysteem hoort niet bij uw praktijk",
            "The identifier system does not belong to the practice of the caller"),
    BSN_REFUSED(
            IssueKind.BUSINESSRULE,
            "Het BSN wordt hier niet aangenomen",
            "This server does not accept the BSN: leave it out"),
    CONSENT_MISSING(
            IssueKind.BUSINESSRULE,
            "Toestemming ontbreekt",
            "There is no active consent of this person for sharing with the social organisation"),
    CRISIS(
            IssueKind.BUSINESSRULE,
            "Een crisis hoort hier niet: bel zelf",
            "A crisis is not handled here: call the emergency number 112, or the crisis service of mental health care or the municipality"),
    FEEDBACK_REQUEST_MISSING(
            IssueKind.REQUIRED,
            "De vraag om terugkoppeling ontbreekt",
            "A CommunicationRequest that asks for feedback is required"),
    TEAM_MISSING(
            IssueKind.BUSINESSRULE,
            "Deze praktijk heeft nog geen Wally",
            "This practice has no team yet: ask the coordinator"),
    RECEIVER_OUTSIDE_TEAM(
            IssueKind.BUSINESSRULE,
            "De gekozen ontvanger hoort niet bij het team van de praktijk",
            "The receiver wanted is not in the current team of this practice"),
    OWNER_OUTSIDE_TEAM(
            IssueKind.BUSINESSRULE,
            "De nieuwe eigenaar hoort niet bij het team",
            "The owner moves only within restriction.recipient"),
    TIME_IN_FUTURE(IssueKind.VALUE, "Tijdstip ligt in de toekomst", "A time lies more than five minutes ahead"),
    ELEMENT_IMMUTABLE(
            IssueKind.BUSINESSRULE,
            "Dit onderdeel kan niet meer wijzigen",
            "This element never changes after creation"),
    TRANSITION_NOT_ALLOWED(
            IssueKind.BUSINESSRULE,
            "Deze stap kan niet vanuit deze status",
            "This change of status is not in the table of transitions"),
    ELEMENT_NOT_ALLOWED(
            IssueKind.BUSINESSRULE,
            "Dit onderdeel mag u nu niet wijzigen",
            "This element may not be changed by this caller in this status"),
    STATUS_REASON(
            IssueKind.REQUIRED,
            "De reden ontbreekt of past niet",
            "statusReason is missing or not allowed in this status"),
    BUSINESS_STATUS(
            IssueKind.BUSINESSRULE,
            "De voortgang past niet bij de status",
            "businessStatus is not allowed in this status"),
    RESUME_DATE_MISSING(
            IssueKind.REQUIRED,
            "De verwachte hervatdatum ontbreekt",
            "A Task on hold carries the date on which it is expected to resume"),
    FEEDBACK_MISSING(
            IssueKind.REQUIRED,
            "De terugkoppeling aan de huisarts ontbreekt",
            "A final feedback to the GP is required in Task.output"),
    ANSWER_MISSING(
            IssueKind.REQUIRED,
            "Het antwoord op de vraag ontbreekt",
            "An answer to the question is required in Task.output"),
    OUTCOME_MISSING(IssueKind.REQUIRED, "De uitkomst ontbreekt", "A coded outcome is required in Task.output"),
    SUBTASK_OPEN(IssueKind.BUSINESSRULE, "Er staat nog een verzoek open", "A cancellation request is still open"),
    CANCELLATION_NOT_ACCEPTED(
            IssueKind.BUSINESSRULE,
            "Er is geen aanvaard verzoek tot annuleren",
            "An accepted cancellation Task or withdrawn consent is required"),
    INTERNAL(IssueKind.EXCEPTION, "Er ging iets mis bij ons", "Something went wrong on the server; nothing was stored"),
    UNAVAILABLE(IssueKind.TRANSIENT, "Even niet beschikbaar", "The server cannot reach its database: retry later");

    private final IssueKind kind;
    private final String dutch;
    private final String english;

    Problem(IssueKind kind, String dutch, String english) {
        this.kind = kind;
        this.dutch = dutch;
        this.english = english;
    }

    /** The code in CodeSystem {@code waw-problem}, for instance {@code consent-missing}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** The FHIR issue type, from value set {@code issue-type}. */
    public String issueType() {
        return kind.code;
    }

    /** A short display in Dutch, for people. */
    public String dutch() {
        return dutch;
    }

    /** What is wrong and what to do, in English, for the developer of a client. */
    public String english() {
        return english;
    }

    private enum IssueKind {
        STRUCTURE("structure"),
        NOTSUPPORTED("not-supported"),
        INVALID("invalid"),
        LOGIN("login"),
        FORBIDDEN("forbidden"),
        NOTFOUND("not-found"),
        DUPLICATE("duplicate"),
        CONFLICT("conflict"),
        TOOLONG("too-long"),
        REQUIRED("required"),
        THROTTLED("throttled"),
        INVARIANT("invariant"),
        BUSINESSRULE("business-rule"),
        VALUE("value"),
        EXCEPTION("exception"),
        TRANSIENT("transient");

        private final String code;

        IssueKind(String code) {
            this.code = code;
        }
    }
}
