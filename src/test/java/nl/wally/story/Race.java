package nl.wally.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import nl.wally.FhirClient.Answer;

/** Counts how the rounds of a race ended: a race that always ends in the same way was none. */
final class Race {
    private static final Integer WANTED = Integer.getInteger("wally.races.rounds");

    private final TreeMap<String, Integer> endings = new TreeMap<>();

    /** How many rounds; all races have as many when {@code -Dwally.races.rounds} says so. */
    static int rounds(int otherwise) {
        return WANTED == null ? otherwise : WANTED;
    }

    /** Checks that each was answered in a way that makes sense: served, too late, or no longer theirs; never a failure. */
    void ended(List<Answer> answers, Set<List<Integer>> sensible) {
        List<Integer> statuses = answers.stream().map(Answer::status).toList();
        assertThat(sensible)
                .as("%s%n%s", answers.get(0).body(), answers.get(1).body())
                .contains(statuses);
        endings.merge(statuses.toString(), 1, Integer::sum);
    }

    @Override
    public String toString() {
        return endings.toString();
    }
}
