package nl.wally.fuzz;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What came of a target, as libFuzzer counts.
 *
 * @param executions how many inputs were tried
 * @param edges how many branches of the instrumented classes were taken by any input
 * @param paths how many features: a branch together with how often it was taken
 * @param inputs how many inputs are needed to take them all
 * @param findings how many different things were thrown that must not be
 */
record Catch(Target target, long executions, long edges, long paths, long inputs, long findings) {
    static final String HEAD = """
            | target | what is read | date | seconds | executions | edges | paths | inputs | findings |
            |---|---|---|---:|---:|---:|---:|---:|---:|
            """;
    private static final Pattern STATUS = Pattern.compile("#(\\d+)\\s+\\w+\\s+cov: (\\d+) ft: (\\d+) corp: (\\d+)/.*");

    static Catch of(Target target, List<String> log) {
        MatchResult last = log.stream()
                .map(STATUS::matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(java.util.regex.Matcher::toMatchResult)
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("Nothing was fuzzed: " + String.join("\n", log)));
        long findings = log.stream()
                .filter(line -> line.startsWith("== Java Exception"))
                .count();
        return new Catch(target, number(last, 1), number(last, 2), number(last, 3), number(last, 4), findings);
    }

    private static long number(MatchResult line, int group) {
        return Long.parseLong(line.group(group));
    }

    /** A line of the table. */
    String row(LocalDate date, int seconds) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %d | %,d | %,d | %,d | %,d | %d |",
                target,
                target.what(),
                date,
                seconds,
                executions,
                edges,
                paths,
                inputs,
                findings);
    }
}
