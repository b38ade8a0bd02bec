package nl.wally.fhir.rest;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import nl.wally.shared.Problem;

/** What the head of an answer says beside its status when a problem asks for more. */
final class AnswerHeaders {
    private AnswerHeaders() {}

    /** With how long to wait where that is known. */
    static Map<String, String> of(Problem problem, Optional<Duration> wait) {
        if (problem == Problem.UNAUTHENTICATED) {
            return Map.of("WWW-Authenticate", "Bearer realm=\"waar-is-wally\", error=\"invalid_token\"");
        }
        return wait.or(problem::retryAfter)
                .map(time -> Map.of("Retry-After", String.valueOf(time.toSeconds())))
                .orElse(Map.of());
    }
}
