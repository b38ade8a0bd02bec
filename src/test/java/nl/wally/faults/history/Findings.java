package nl.wally.faults.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;

/**
 * What came of a crowd.
 *
 * @param unanswered of the operations: those that write and of which nobody heard what became
 * @param versions of all Tasks together
 * @param violations histories that cannot be told as one thing after the other, each with the place where
 * @param strange answers of which nobody can make anything
 */
record Findings(
        int operations,
        int unanswered,
        int tasks,
        int versions,
        int numbers,
        List<String> violations,
        List<String> strange) {
    static final String HEAD = """
            | meanwhile | operations | of these unanswered | Tasks | versions | numbers | violations |
            |---|---:|---:|---:|---:|---:|---:|
            """;

    void assertWell() {
        assertThat(violations).isEmpty();
        assertThat(strange).isEmpty();
    }

    /** A line of the table, in Markdown. */
    String row(String meanwhile) {
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
