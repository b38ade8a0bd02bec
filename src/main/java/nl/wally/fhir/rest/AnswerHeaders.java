package nl.wally.fhir.rest;

import java.util.Map;
import nl.wally.shared.Problem;

/** What the head of an answer says beside its status when a problem asks for more. */
final class AnswerHeaders {
    /** Seconds. A database that restarts is back sooner than that; RFC 9110 section 10.2.3. */
    private static final String SOON = "10";

    private AnswerHeaders() {}

    static Map<String, String> of(Problem problem) {
        return switch (problem) {
            case UNAUTHENTICATED ->
                Map.of("WWW-Authenticate", "Bearer realm=\"waar-is-wally\", error=\"invalid_token\"");
            case TOO_MANY_REQUESTS, UNAVAILABLE -> Map.of("Retry-After", SOON);
            default -> Map.of();
        };
    }
}
