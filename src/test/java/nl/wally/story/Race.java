package nl.wally.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import nl.wally.FhirClient.Answer;

/** Counts how the rounds of a race ended: a race that always ends in the same way was none. */
final class Race {
    /** A few in a usual run; {@code mvn -Pthorough verify} has fifty. */
    static final int ROUNDS = Integer.getInteger("wally.races.rounds", 6);

    private final TreeMap<String, Integer> endings = new TreeMap<>();

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
