package nl.wally.fhir.rest;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import nl.wally.shared.Problem;

/** What the head of an answer says beside its status when a problem asks for more. */
final class AnswerHeaders {
    /** A database that restarts is back sooner than that; RFC 9110 section 10.2.3. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private AnswerHeaders() {}

    static Map<String, String> of(Problem problem) {
        return of(problem, Optional.empty());
    }

    /** The same where it is known how long to wait. */
    static Map<String, String> of(Problem problem, Optional<Duration> wait) {
        return switch (problem) {
            case UNAUTHENTICATED ->
                Map.of("WWW-Authenticate", "Bearer realm=\"waar-is-wally\", error=\"invalid_token\"");
            case TOO_MANY_REQUESTS, UNAVAILABLE ->
                Map.of("Retry-After", String.valueOf(wait.orElse(SOON).toSeconds()));
            default -> Map.of();
        };
    }
}
