package nl.wally.faults;

import static java.util.Map.Entry.comparingByKey;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.wally.FhirClient;
import nl.wally.Tokens;
import nl.wally.faults.history.Crowd;
import nl.wally.faults.history.Findings;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A crowd at two nodes, whose Tasks are registers with compare-and-set, and whose numbers are used once, whatever breaks
 * meanwhile. With {@code mvn -Pfaults verify} only, which writes the table of docs/reliability.md.
 */
class FaultsHistory {
    private static final List<Fault> FAULTS = Fault.named(System.getProperty(
            "wally.histories.which",
            "node_killed,node_frozen,rolling_restart,database_killed,database_restarted,connection_cut,black_hole,"
                    + "cut_in_commit,silence_in_commit"));
    private static final int ROUNDS = Integer.getInteger("wally.faults.rounds", 1);
    private static final Optional<Path> PAGE =
            Optional.ofNullable(System.getProperty("wally.faults.page")).map(Path::of);
    private static final String BEGIN = "<!-- histories: written by mvn verify -Pfaults -->";
    private static final String END = "<!-- end of histories -->";
    private static final int VISITORS = 8;
    private static final int TASKS = 6;

    /** Before something happens, and after it is over. */
    private static final int AROUND = 150;

    private static final Duration LONGEST = Duration.ofMinutes(3);

    @TempDir
    private static Path folder;

    private static final Map<Fault, Findings> FINDINGS = new ConcurrentHashMap<>();
    private static Installation installation;

    @BeforeAll
    static void install() throws Exception {
        installation = new Installation(folder, false);
        installation.begin();
        installation.prepareFor(Fault.NODE_KILLED);
    }

    @AfterAll
    static void tell() throws Exception {
        installation.close();
        System.out.println(table());
        if (PAGE.isPresent()) {
            write(PAGE.get());
        }
    }

    @TestFactory
    Stream<DynamicTest> whatManyDoAtOnceCanBeToldAsOneThingAfterTheOther() {
        return IntStream.rangeClosed(1, ROUNDS)
                .boxed()
                .flatMap(round -> FAULTS.stream()
                        .map(fault -> DynamicTest.dynamicTest(
                                fault.title() + ", " + round + " of " + ROUNDS, () -> happens(fault))));
    }

    private static void happens(Fault fault) throws Exception {
        Crowd crowd = new Crowd(nodes(), VISITORS, TASKS);
        try (crowd) {
            goOn(crowd);
            fault.happen(installation);
            goOn(crowd);
        }
        Findings findings = crowd.findings();
        FINDINGS.merge(fault, findings, Findings::plus);
        findings.assertWell();
    }

    private static List<FhirClient> nodes() {
        Tokens tokens = new Tokens(installation.node().base());
        return installation.nodes().stream()
                .map(node -> new FhirClient(node.base(), FhirContext.forR4Cached(), tokens))
                .toList();
    }

    private static void goOn(Crowd crowd) {
        long enough = crowd.operations() + AROUND;
        Awaitility.await("the crowd goes on").atMost(LONGEST).until(() -> crowd.operations() >= enough);
    }

    private static String table() {
        return Findings.HEAD
                + FINDINGS.entrySet().stream()
                        .sorted(comparingByKey())
                        .map(one -> one.getValue().row(one.getKey().title()))
                        .collect(Collectors.joining());
    }

    private static void write(Path page) throws IOException {
        String text = Files.readString(page);
        Files.writeString(
                page,
                text.substring(0, text.indexOf(BEGIN) + BEGIN.length())
                        + "\n" + Instant.now().truncatedTo(ChronoUnit.MINUTES) + ", runs of each: " + ROUNDS
                        + ".\n\n" + table() + text.substring(text.indexOf(END)));
    }
}
