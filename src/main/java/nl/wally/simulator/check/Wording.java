package nl.wally.simulator.check;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import nl.wally.simulator.check.Verdict.Finding;

/**
 * How a report is worded, whatever form it takes.
 *
 * @param guide the address of the guide, ending in a slash
 */
record Wording(boolean dutch, String guide) {
    private static final int MOST_RIGHT = 2;
    private static final int MOST_WRONG = 5;

    String of(Phrase words) {
        return words.in(dutch);
    }

    String of(String dutchWords, String englishWords) {
        return dutch ? dutchWords : englishWords;
    }

    String title(Report report) {
        return of("Conformiteitscontrole", "Conformance check") + ": " + report.client() + " ("
                + (report.his() ? "HIS" : of("systeem van sociaal werkers", "system of social workers")) + ")";
    }

    /** What was wrong goes first: that is what somebody must mend. A few of each are enough. */
    static List<Finding> shown(Verdict verdict) {
        Stream<Finding> wrong =
                verdict.findings().stream().filter(finding -> !finding.right()).limit(MOST_WRONG);
        Stream<Finding> right =
                verdict.findings().stream().filter(Finding::right).limit(MOST_RIGHT);
        return Stream.concat(wrong, right).toList();
    }

    String of(Finding finding) {
        Exchange exchange = finding.exchange();
        String problems = String.join(" ", exchange.reply().problems());
        return time(exchange.at()) + " " + exchange.request().method() + " "
                + exchange.request().path() + " → " + exchange.reply().status()
                + (problems.isEmpty() ? "" : " " + problems) + ": "
                + (finding.right() ? of("goed", "right") : of("fout", "wrong")) + ", " + of(finding.why());
    }

    String page(Requirement requirement) {
        return guide + requirement.page() + ".html";
    }

    String counts(Report report) {
        StringBuilder counts = new StringBuilder();
        for (Verdict.Result result : Verdict.Result.values()) {
            counts.append(counts.isEmpty() ? "" : ", ")
                    .append(report.count(result))
                    .append(' ')
                    .append(of(result.words()));
        }
        return counts.toString();
    }

    String next(Report report) {
        return report.next().isEmpty()
                ? of(
                        "De verwijzingen staan klaar; in de naam van de inwoner staat welke het is.",
                        "The referrals are there; the name of the person says which is which.")
                : of("De volgende verwijzing die u verstuurt, speelt ", "The next referral that you send plays ")
                        + report.next() + ".";
    }

    String began(Report report) {
        return of("Begonnen om ", "Began at ") + time(report.began()) + ", "
                + report.log().exchanges().size()
                + (report.full()
                        ? of(
                                " verzoeken; wat daarna kwam, is niet bekeken",
                                " requests; what came later was not looked at")
                        : of(" verzoeken", " requests"))
                + ".";
    }

    /** In UTC, as in the answers of the server. */
    static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString().substring("2026-01-01T".length());
    }
}
