package nl.wally.faults.history;

import static nl.wally.faults.history.Operation.NEVER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import nl.wally.faults.history.Register.Deed;
import nl.wally.faults.history.Register.Read;
import nl.wally.faults.history.Register.Refused;
import nl.wally.faults.history.Register.Unchanged;
import nl.wally.faults.history.Register.Written;
import nl.wally.faults.history.SimulatedRegister.Bug;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check finds what is wrong, and nothing else. A check that cannot fail is none. */
class LinearizabilityTest {
    private static final Register TASK = new Register();

    @Test
    void oneAfterTheOther() {
        assertThat(isLinearizable(
                        at(1, 2, read(1, "")),
                        at(3, 4, wrote(1, "a")),
                        at(5, 6, read(2, "a")),
                        at(7, 8, new Unchanged(2)),
                        at(9, 10, new Refused(1))))
                .isTrue();
    }

    @Test
    void whatOverlapsMayComeInAnyOrder() {
        assertThat(isLinearizable(at(1, 10, wrote(1, "a")), at(2, 3, read(2, "a")), at(4, 5, read(2, "a"))))
                .isTrue();
        assertThat(isLinearizable(at(1, 10, wrote(1, "a")), at(2, 3, read(1, "")), at(4, 5, read(2, "a"))))
                .isTrue();
        assertThat(isLinearizable(at(1, 10, wrote(1, "a")), at(2, 10, new Refused(1)), at(3, 10, read(1, ""))))
                .isTrue();
    }

    @Test
    void aStaleRead() {
        assertThat(isLinearizable(at(1, 2, wrote(1, "a")), at(3, 4, read(1, ""))))
                .isFalse();
        assertThat(isLinearizable(at(1, 2, wrote(1, "a")), at(3, 4, new Unchanged(1))))
                .isFalse();
        assertThat(isLinearizable(at(1, 10, wrote(1, "a")), at(2, 3, read(2, "a")), at(4, 5, read(1, ""))))
                .isFalse();
    }

    @Test
    void aLostUpdate() {
        assertThat(isLinearizable(at(1, 5, wrote(1, "a")), at(2, 6, wrote(1, "b"))))
                .isFalse();
        assertThat(isLinearizable(at(1, 2, wrote(1, "a")), at(3, 4, wrote(2, "b")), at(5, 6, read(2, "a"))))
                .isFalse();
    }

    @Test
    void aDoubledWrite() {
        assertThat(isLinearizable(at(1, 2, wrote(1, "a")), at(3, 4, read(3, "a"))))
                .isFalse();
        assertThat(isLinearizable(at(1, 2, new Written(1, "a", 3)))).isFalse();
        assertThat(isLinearizable(
                        at(1, NEVER, wrote(1, "a")),
                        at(2, 3, read(2, "a")),
                        at(4, 5, wrote(2, "b")),
                        at(6, 7, read(4, "a"))))
                .isFalse();
    }

    @Test
    void aValueFromNowhere() {
        assertThat(isLinearizable(at(1, 2, read(1, "a")))).isFalse();
        assertThat(isLinearizable(at(1, 2, wrote(1, "a")), at(3, 4, read(2, "b"))))
                .isFalse();
    }

    @Test
    void refusedWithoutReason() {
        assertThat(isLinearizable(at(1, 2, new Refused(1)))).isFalse();
        assertThat(isLinearizable(at(1, 2, wrote(1, "a")), at(3, 4, new Refused(2))))
                .isFalse();
    }

    @Test
    void aLostAnswerMayHaveBeenDoneAtAnyTimeSinceOrNever() {
        Operation<Deed> lost = at(3, NEVER, wrote(1, "a"));
        assertThat(isLinearizable(lost, at(4, 5, read(1, "")))).isTrue();
        assertThat(isLinearizable(lost, at(4, 5, read(2, "a")))).isTrue();
        assertThat(isLinearizable(lost, at(4, 5, read(1, "")), at(6, 7, read(2, "a")), at(8, 9, wrote(2, "b"))))
                .isTrue();
        assertThat(isLinearizable(lost, at(4, 5, wrote(1, "b")), at(6, 7, read(2, "b"))))
                .isTrue();
        assertThat(isLinearizable(lost, at(1, 2, read(2, "a")))).isFalse();
        assertThat(isLinearizable(lost, at(4, 5, read(2, "a")), at(6, 7, read(1, ""))))
                .isFalse();
        assertThat(isLinearizable(lost, at(4, 5, wrote(1, "b")), at(6, 7, read(3, "a"))))
                .isFalse();
    }

    @Test
    void tellsWhereItWentWrong() {
        List<Operation<Deed>> operations = List.of(
                at(1, 2, wrote(1, "a")), at(3, 4, wrote(2, "b")), at(5, 6, read(2, "a")), at(7, 8, read(3, "b")));
        var violation = Linearizability.violation(TASK, operations).orElseThrow();
        assertThat(violation.order()).isEqualTo(operations.subList(0, 2));
        assertThat(violation.state()).isEqualTo(new Register.State(3, "b"));
        assertThat(violation.stuck()).containsExactly(operations.get(2));
        assertThat(violation).asString().contains("it is State[version=3, value=b]", "Read[version=2, value=a]");
    }

    /** Half of these are of a right register; of the others a third shows that it is not. */
    @Test
    void agreesWithTheDefinition() {
        Random random = new Random(8);
        int wrong = 0;
        int rounds = 20_000;
        for (int round = 0; round < rounds; round++) {
            Bug bug = round % 2 == 0 ? Bug.NONE : Bug.values()[random.nextInt(Bug.values().length)];
            List<Operation<Deed>> history = new SimulatedRegister(random, 3, bug, 0.3, 0.15).history(7);
            boolean right = AllOrders.allow(TASK, history);
            assertThat(isLinearizable(history)).as(history.toString()).isEqualTo(right);
            assertThat(bug != Bug.NONE || right).isTrue();
            wrong += right ? 0 : 1;
        }
        assertThat(wrong).isGreaterThan(rounds / 10);
        System.out.printf(
                "%d short histories judged as by the definition, %d of them not linearizable%n", rounds, wrong);
    }

    @Test
    void aRightRegisterAlwaysPasses() {
        for (int seed = 0; seed < 300; seed++) {
            List<Operation<Deed>> history = register(seed, Bug.NONE, 0).history(400);
            assertThat(Linearizability.violation(TASK, history))
                    .as("seed %s", seed)
                    .isEmpty();
        }
    }

    /** Of the histories in which the bug struck, mostly once; nobody may have been looking. */
    @ParameterizedTest
    @CsvSource({
        "STALE_READ, 70",
        "LOST_UPDATE, 95",
        "WRITTEN_TWICE, 95",
        "FROM_NOWHERE, 95",
        "FORGOTTEN, 95",
        "DONE_YET_REFUSED, 95"
    })
    void aWrongOneIsCaught(Bug bug, int percent) {
        int struck = 0;
        int caught = 0;
        for (int seed = 0; struck < 200; seed++) {
            SimulatedRegister register = register(seed, bug, 0.01);
            List<Operation<Deed>> history = register.history(400);
            if (register.strikes() > 0) {
                struck++;
                caught += isLinearizable(history) ? 0 : 1;
            }
        }
        System.out.printf("%s: caught in %d of %d histories%n", bug, caught, struck);
        assertThat(caught).isGreaterThanOrEqualTo(struck * percent / 100);
    }

    @Test
    void tenThousandOperationsTakeSeconds() {
        List<Operation<Deed>> right = register(1, Bug.NONE, 0).history(10_000);
        List<Operation<Deed>> wrong = Stream.concat(
                        right.stream(), Stream.of(at(1_000_000, 1_000_001, read(7, "nowhere"))))
                .toList();
        long start = System.nanoTime();
        assertThat(isLinearizable(right)).isTrue();
        assertThat(isLinearizable(wrong)).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    private static SimulatedRegister register(int seed, Bug bug, double howOften) {
        return new SimulatedRegister(new Random(seed), 6, bug, howOften, 0.03);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static boolean isLinearizable(Operation<Deed>... operations) {
        return isLinearizable(Arrays.asList(operations));
    }

    private static boolean isLinearizable(List<Operation<Deed>> operations) {
        return Linearizability.violation(TASK, operations).isEmpty();
    }

    private static Operation<Deed> at(long invoked, long returned, Deed deed) {
        return new Operation<>(1, invoked, returned, deed);
    }

    private static Deed read(int version, String value) {
        return new Read(version, value);
    }

    private static Deed wrote(int seen, String value) {
        return Written.perhaps(seen, value);
    }
}
