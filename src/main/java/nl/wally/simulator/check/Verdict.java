package nl.wally.simulator.check;

import java.util.List;

/**
 * What a judge says of one requirement.
 *
 * @param findings what it is based on, the oldest first
 */
record Verdict(Result result, List<Finding> findings) {
    /** Whether a requirement is met. */
    enum Result {
        PASSED("geslaagd", "passed", "pass"),
        FAILED("niet geslaagd", "failed", "fail"),
        /** Nothing was seen that shows it, either way. */
        NOT_SEEN("niet gezien", "not seen", "skip");

        private final Phrase words;
        private final String testReport;

        Result(String dutch, String english, String testReport) {
            this.words = new Phrase(dutch, english);
            this.testReport = testReport;
        }

        Phrase words() {
            return words;
        }

        /** The code in FHIR's value set {@code report-action-result-codes}. */
        String testReport() {
            return testReport;
        }
    }

    /** One exchange, whether it was right and why. */
    record Finding(Exchange exchange, boolean right, Phrase why) {}

    /** Failed when anything was wrong, passed when anything was right. */
    static Verdict strict(List<Finding> findings) {
        if (findings.isEmpty()) {
            return new Verdict(Result.NOT_SEEN, findings);
        }
        boolean wrong = findings.stream().anyMatch(finding -> !finding.right());
        return new Verdict(wrong ? Result.FAILED : Result.PASSED, List.copyOf(findings));
    }

    /** Passed when anything was right, whatever went before; failed when it was tried in vain. */
    static Verdict lenient(List<Finding> findings) {
        List<Finding> right = findings.stream().filter(Finding::right).toList();
        return right.isEmpty() ? strict(findings) : new Verdict(Result.PASSED, right);
    }
}
