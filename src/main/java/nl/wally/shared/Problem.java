package nl.wally.shared;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Why the server refuses something: one code per rule, the same codes as CodeSystem {@code waw-problem}, carried in
 * {@code OperationOutcome.issue.details}. Title, cause and remedy stand in {@code words/problems.properties},
 * and their Dutch in {@code words/nl.po}.
 */
public enum Problem {
    UNREADABLE(IssueKind.STRUCTURE, 400),
    NOT_SUPPORTED(IssueKind.NOTSUPPORTED, 405),
    PARAMETER_UNKNOWN(IssueKind.NOTSUPPORTED, 400),
    PARAMETER_INVALID(IssueKind.INVALID, 400),
    UNAUTHENTICATED(IssueKind.LOGIN, 401),
    FORBIDDEN(IssueKind.FORBIDDEN, 403),
    NOT_FOUND(IssueKind.NOTFOUND, 404),
    NOT_ACCEPTABLE(IssueKind.NOTSUPPORTED, 406),
    DUPLICATE(IssueKind.DUPLICATE, 409),
    CONFLICT(IssueKind.CONFLICT, 409),
    VERSION_STALE(IssueKind.CONFLICT, 412),
    TOO_LARGE(IssueKind.TOOLONG, 413),
    MEDIA_TYPE(IssueKind.NOTSUPPORTED, 415),
    VERSION_REQUIRED(IssueKind.REQUIRED, 428),
    VERSION_INVALID(IssueKind.INVALID, 400),
    TOO_MANY_REQUESTS(IssueKind.THROTTLED, 429),
    PROFILE_VIOLATION(IssueKind.INVARIANT, 422),
    BUNDLE_REQUIRED(IssueKind.BUSINESSRULE, 422),
    BUNDLE_INCOMPLETE(IssueKind.REQUIRED, 422),
    REFERENCE_UNRESOLVED(IssueKind.NOTFOUND, 422),
    REQUESTER_MISMATCH(IssueKind.BUSINESSRULE, 422),
    IDENTIFIER_SYSTEM_FOREIGN(IssueKind.BUSINESSRULE, 422),
    BSN_REFUSED(IssueKind.BUSINESSRULE, 422),
    CONSENT_MISSING(IssueKind.BUSINESSRULE, 422),
    CRISIS(IssueKind.BUSINESSRULE, 422),
    FEEDBACK_REQUEST_MISSING(IssueKind.REQUIRED, 422),
    TEAM_MISSING(IssueKind.BUSINESSRULE, 422),
    RECEIVER_OUTSIDE_TEAM(IssueKind.BUSINESSRULE, 422),
    OWNER_OUTSIDE_TEAM(IssueKind.BUSINESSRULE, 422),
    TIME_IN_FUTURE(IssueKind.VALUE, 422),
    ELEMENT_IMMUTABLE(IssueKind.BUSINESSRULE, 422),
    TRANSITION_NOT_ALLOWED(IssueKind.BUSINESSRULE, 422),
    ELEMENT_NOT_ALLOWED(IssueKind.BUSINESSRULE, 422),
    STATUS_REASON(IssueKind.REQUIRED, 422),
    BUSINESS_STATUS(IssueKind.BUSINESSRULE, 422),
    RESUME_DATE_MISSING(IssueKind.REQUIRED, 422),
    FEEDBACK_MISSING(IssueKind.REQUIRED, 422),
    ANSWER_MISSING(IssueKind.REQUIRED, 422),
    OUTCOME_MISSING(IssueKind.REQUIRED, 422),
    SUBTASK_OPEN(IssueKind.BUSINESSRULE, 422),
    CANCELLATION_NOT_ACCEPTED(IssueKind.BUSINESSRULE, 422),
    INTERNAL(IssueKind.EXCEPTION, 500),
    UNAVAILABLE(IssueKind.TRANSIENT, 503);

    private final IssueKind kind;
    private final int status;

    Problem(IssueKind kind, int status) {
        this.kind = kind;
        this.status = status;
    }

    /** The code in CodeSystem {@code waw-problem}, for instance {@code consent-missing}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The FHIR issue type, from value set {@code issue-type}. */
    public String issueType() {
        return kind.code;
    }

    /** The HTTP status that it is answered with: FHIR's own where it names one, RFC 9110 and RFC 6585 elsewhere. */
    public int status() {
        return status;
    }

    /**
     * How long to wait before trying again when nothing more is known; empty where waiting does not help. RFC 9110 section
     * 10.2.3.
     */
    public Optional<Duration> retryAfter() {
        // A database that restarts is back sooner than that.
        return this == UNAVAILABLE || this == TOO_MANY_REQUESTS
                ? Optional.of(Duration.ofSeconds(10))
                : Optional.empty();
    }

    /** What it is, in a few words: for the head of a message. */
    public String title(Language language) {
        return ProblemWords.title(this).in(language);
    }

    /** What is wrong, in a sentence. */
    public String cause(Language language) {
        return ProblemWords.cause(this).in(language);
    }

    /** What to do about it, in a sentence. */
    public String remedy(Language language) {
        return ProblemWords.remedy(this).in(language);
    }

    /** Cause and remedy, where nothing more can be said. */
    public Words words() {
        return new Words("{0} {1}", List.of(ProblemWords.cause(this), ProblemWords.remedy(this)));
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
