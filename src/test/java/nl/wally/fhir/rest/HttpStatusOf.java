package nl.wally.fhir.rest;

import nl.wally.shared.Problem;

/** The HTTP status that a problem is answered with, for tests in other packages. */
public final class HttpStatusOf {
    private HttpStatusOf() {}

    /** The status of the problem with this code, for instance {@code consent-missing}. */
    public static int code(String code) {
        for (Problem problem : Problem.values()) {
            if (problem.code().equals(code)) {
                return problem.status();
            }
        }
        throw new IllegalArgumentException("No problem " + code);
    }
}
