package nl.wally.faults.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What came of a crowd.
 *
 * @param unanswered of the operations: those that write and of which nobody heard what became
 * @param versions of all Tasks together
 * @param violations histories that cannot be told as one thing after the other, each with the place where
 * @param strange answers of which nobody can make anything
 */
public record Findings(
        int operations,
        int unanswered,
        int tasks,
        int versions,
        int numbers,
        List<String> violations,
        List<String> strange) {
    public static final String HEAD = """
            | meanwhile | operations | of these unanswered | Tasks | versions | numbers | violations |
            |---|---:|---:|---:|---:|---:|---:|
            """;

    /** Both together. */
    public Findings plus(Findings other) {
        return new Findings(
                operations + other.operations,
                unanswered + other.unanswered,
                tasks + other.tasks,
                versions + other.versions,
                numbers + other.numbers,
                both(violations, other.violations),
                both(strange, other.strange));
    }

    private static List<String> both(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    public void assertWell() {
        assertThat(violations).isEmpty();
        assertThat(strange).isEmpty();
    }

    /** A line of the table, in Markdown. */
    public String row(String meanwhile) {
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %,d | %d | %,d | %d | %d |%n",
                meanwhile,
                operations,
                unanswered,
                tasks,
                versions,
                numbers,
                violations.size());
    }
}
