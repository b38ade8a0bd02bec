package nl.wally.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything that an installation has to survive happens to one, while clients write: what was acknowledged is there, once
 * and whole. In each run the faults of {@code wally.faults.which}, after which nothing has to start again but the database;
 * all of them, several times, with {@code mvn -Pfaults verify}, which writes docs/reliability.md.
 */
class SurvivalIT {
    private static final List<Fault> FAULTS =
            Fault.named(System.getProperty("wally.faults.which", "database_killed,cut_in_commit,both_killed_for_good"));
    private static final int ROUNDS = Integer.getInteger("wally.faults.rounds", 1);
    private static final int CLIENTS = 3;
    private static final Optional<Path> PAGE =
            Optional.ofNullable(System.getProperty("wally.faults.page")).map(Path::of);

    /** Before something happens, and after it is over. */
    private static final int WRITES_AROUND = 12;

    private static final Duration LONGEST = Duration.ofMinutes(3);

    @TempDir
    private static Path folder;

    private static final Ledger LEDGER = new Ledger();
    private static final Table TABLE = new Table();
    private static Installation installation;

    @BeforeAll
    static void install() throws Exception {
        installation = new Installation(folder, FAULTS.stream().anyMatch(Fault::ofDisks));
        installation.begin();
        new Books(installation.database()).open();
    }

    @AfterAll
    static void tell() throws Exception {
        installation.close();
        System.out.println(TABLE.text());
    }

    @TestFactory
    Stream<DynamicTest> nothingAcknowledgedIsLostDoubledOrHalf() {
        return Stream.of(false, true)
                .flatMap(grown -> IntStream.rangeClosed(1, ROUNDS)
                        .boxed()
                        .flatMap(round -> FAULTS.stream()
                                .filter(fault -> fault.ofTwo() == grown)
                                .map(fault -> DynamicTest.dynamicTest(
                                        fault.title() + ", " + round + " of " + ROUNDS, () -> survive(fault)))));
    }

    private static void survive(Fault fault) throws Exception {
        try {
            tryOn(fault);
        } catch (Exception notMended) {
            installation.startOver();
            throw notMended;
        }
    }

    private static void tryOn(Fault fault) throws Exception {
        Optional<String> impossible = fault.impossible(installation);
        if (impossible.isPresent()) {
            TABLE.leaveOut(fault, impossible.get());
            return;
        }
        installation.prepareFor(fault);
        int place = LEDGER.place();
        Outage unanswered = new Outage();
        Outage unwritten = new Outage();
        Load load = new Load(
                CLIENTS, installation.nodes().stream().map(Node::base).toList(), LEDGER, unanswered, unwritten);
        try (load) {
            goOn();
            unanswered.begin();
            unwritten.begin();
            fault.happen(installation);
            if (installation.isServed()) {
                goOn();
            } else {
                load.giveUp();
            }
        }
        Verdict verdict = new Reckoning(installation, LEDGER).of(place, unanswered, unwritten);
        TABLE.add(fault, verdict);
        if (PAGE.isPresent()) {
            TABLE.write(PAGE.get());
        }
        assertThat(verdict.faults()).as(fault.title()).isEmpty();
        assertThat(load.caller().strange())
                .as("answers that help nobody")
                .allMatch(answer -> fault.refusesTheFuture() && answer.startsWith("422 "));
        if (fault.sparesTheOther()) {
            assertThat(load.caller().stranded()).as("left alone by every node").isZero();
        }
    }

    /** Waits until some more has been acknowledged. */
    private static void goOn() {
        long enough = LEDGER.acknowledged() + WRITES_AROUND;
        Awaitility.await("clients go on")
                .atMost(LONGEST)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> LEDGER.acknowledged() >= enough);
    }
}
