package nl.wally.fhir.rest;

import java.util.List;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** What a client is told when something is refused: problem code, Dutch display, what to do, and where. */
final class Outcomes {
    private Outcomes() {}

    static OperationOutcome of(List<Refusal> refusals) {
        var outcome = new OperationOutcome();
        for (Refusal refusal : refusals) {
            Problem problem = refusal.problem();
            var issue = outcome.addIssue()
                    .setSeverity(IssueSeverity.ERROR)
                    .setCode(IssueType.fromCode(problem.issueType()));
            issue.getDetails()
                    .setText(refusal.explanation())
                    .addCoding()
                    .setSystem(Canonicals.SYSTEM_PROBLEM)
                    .setCode(problem.code())
                    .setDisplay(problem.dutch());
            if (!refusal.expression().isEmpty()) {
                issue.addExpression(refusal.expression());
            }
        }
        return outcome;
    }

    /** The HTTP status of a problem; FHIR's own table where it has one, RFC 9110 and RFC 6585 elsewhere. */
    static int status(Problem problem) {
        return switch (problem) {
            case UNREADABLE, PARAMETER_UNKNOWN, PARAMETER_INVALID, VERSION_INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case NOT_SUPPORTED -> 405;
            case NOT_ACCEPTABLE -> 406;
            case DUPLICATE, CONFLICT -> 409;
            case VERSION_STALE -> 412;
            case TOO_LARGE -> 413;
            case MEDIA_TYPE -> 415;
            case VERSION_REQUIRED -> 428;
            case TOO_MANY_REQUESTS -> 429;
            case INTERNAL -> 500;
            case UNAVAILABLE -> 503;
            default -> 422;
        };
    }
}
