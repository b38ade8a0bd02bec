package nl.wally.costs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.wally.StatementLog;
import nl.wally.StatementLog.Executed;
import nl.wally.conformance.ProfileValidator;

/**
 * Counts what operations cost and holds that against the table. One that costs what the table says is done once. Any other is
 * done again, a few times, and the least counts: the first time something is looked up that is known from then on, and once in
 * a while another thread of the server asks something of its own. What got dearer stays dearer however often it is done.
 */
final class Costs {
    private static final int TRIES = 3;

    /** Of so many that cost otherwise the statements are told; more than anybody reads. */
    private static final int TOLD = 25;

    private static final boolean WRITING = Boolean.getBoolean("wally.costs.write");

    private final StatementLog log;
    private final ProfileValidator validator;
    private final Map<String, Cost> expected = CostTable.read();
    private final Map<String, Cost> found = new TreeMap<>();
    private final Map<String, List<Executed>> sent = new TreeMap<>();

    Costs(StatementLog log, ProfileValidator validator) {
        this.log = log;
        this.validator = validator;
    }

    /**
     * Counts an operation that can be repeated as it is.
     *
     * @param request sends it and checks what comes back
     * @return what came back
     */
    <A> A of(String operation, Supplier<A> request) {
        return of(operation, () -> request, Supplier::get);
    }

    /**
     * Counts an operation that needs something fresh each time.
     *
     * @param before makes that, and is not counted
     */
    <P, A> A of(String operation, Supplier<P> before, Function<P, A> request) {
        assertThat(found).as("counted once").doesNotContainKey(operation);
        A answer = once(operation, before.get(), request);
        for (int tries = 1;
                tries < TRIES && (WRITING || !found.get(operation).equals(expected.get(operation)));
                tries++) {
            answer = once(operation, before.get(), request);
        }
        return answer;
    }

    private <P, A> A once(String operation, P prepared, Function<P, A> request) {
        List<A> answers = new ArrayList<>();
        long validations = validator.validations();
        List<Executed> executed = log.executedDuring(() -> answers.add(request.apply(prepared)));
        Cost cost = Cost.of(executed, validator.validations() - validations);
        if (!found.containsKey(operation) || cost.isLessThan(found.get(operation))) {
            found.put(operation, cost);
            sent.put(operation, executed);
        }
        return answers.get(0);
    }

    /** Which operations were counted: without what follows a colon, which tells apart how one of them is done. */
    Set<String> kinds() {
        return found.keySet().stream().map(name -> name.split(": ")[0]).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Everything costs what the table says, and the table says no more. */
    void hold() {
        if (WRITING) {
            CostTable.write(found);
            return;
        }
        List<String> others = new ArrayList<>();
        found.forEach((operation, cost) -> {
            if (!cost.equals(expected.get(operation))) {
                others.add(told(operation, cost, others.size() < TOLD));
            }
        });
        expected.keySet().stream()
                .filter(operation -> !found.containsKey(operation))
                .forEach(operation -> others.add(operation + " was not done"));
        assertThat(others)
                .as(
                        "What costs otherwise than src/test/resources/costs.csv says. If that is on purpose: mvn test-compile"
                                + " failsafe:integration-test -Dit.test=StatementCountIT -Dwally.costs.write=true writes it again")
                .isEmpty();
    }

    private String told(String operation, Cost cost, boolean withStatements) {
        var text =
                new StringBuilder("%s%n  table: %s%n  found: %s%n".formatted(operation, expected.get(operation), cost));
        if (withStatements) {
            sent.get(operation)
                    .forEach(one -> text.append("    ")
                            .append(one.rows())
                            .append(" rows: ")
                            .append(one.sql().replaceAll("\\s+", " "))
                            .append('\n'));
        }
        return text.toString();
    }
}
