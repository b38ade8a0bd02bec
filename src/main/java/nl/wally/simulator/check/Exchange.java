package nl.wally.simulator.check;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import nl.wally.shared.Problem;

/** One request of a client and what it was answered, as far as judges need it. */
record Exchange(Instant at, Request request, Reply reply) {
    /**
     * What was asked.
     *
     * @param path without ids, for instance {@code /fhir/Task/{id}?status}: parameters by name only
     * @param target the resource in the path, as {@code Type/id}; empty when it names none
     * @param fingerprint equal for requests that are the same to the letter
     * @param cursor a fingerprint of the link to a next page that is followed; empty when none is
     * @param parts the resources sent
     */
    record Request(String method, String path, String target, String fingerprint, String cursor, List<Part> parts) {
        boolean isToken() {
            return path.equals("/oauth2/token") || path.startsWith("/oauth2/token?");
        }
    }

    /**
     * What was answered.
     *
     * @param problems codes of {@code waw-problem}
     * @param retryAfter seconds to wait; 0 when the answer does not say
     * @param next a fingerprint of the link to the next page; empty when there is none
     * @param parts the resources in the answer
     */
    record Reply(int status, Set<String> problems, int retryAfter, String next, List<Part> parts) {}

    boolean succeeded() {
        return reply.status() >= 200 && reply.status() < 300;
    }

    boolean isToken() {
        return request.isToken();
    }

    boolean isLook() {
        return request.method().equals("GET") || request.path().contains("/_search");
    }

    boolean isLookAt(String type) {
        return isLook() && succeeded() && request.path().matches("/fhir/" + type + "([/?].*)?");
    }

    boolean isWrite() {
        return !isLook() && !isToken() && !request.path().contains("$");
    }

    /** A new referral, sent to the base. */
    boolean isReferral() {
        return isWrite()
                && request.path().matches("/fhir/?([?].*)?")
                && sent(part -> part.type().equals("ServiceRequest"));
    }

    boolean sent(Predicate<Part> what) {
        return request.parts().stream().anyMatch(what);
    }

    boolean got(Predicate<Part> what) {
        return reply.parts().stream().anyMatch(what);
    }

    /** A write that says so or, where a patch does not show what it leads to, has led to it. */
    boolean wrote(Predicate<Part> what) {
        boolean patched = isWrite()
                && (request.method().equals("PATCH") || sent(part -> part.verb().equals("PATCH")));
        return isWrite() && (sent(what) || patched && succeeded() && got(what));
    }

    /** The sender's own number of the referral that is sent; empty when there is none. */
    String number() {
        return request.parts().stream()
                .map(Part::number)
                .filter(number -> !number.isEmpty())
                .findFirst()
                .orElse("");
    }

    boolean refusedFor(Problem... problems) {
        for (Problem problem : problems) {
            if (reply.problems().contains(problem.code())) {
                return true;
            }
        }
        return false;
    }
}
