package nl.wally.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import nl.wally.ServerIT;
import nl.wally.attack.OverheardLog;
import nl.wally.conformance.ProfileValidator;
import nl.wally.fhir.Store;
import nl.wally.shared.Refusal;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Whatever two households think up and send at the same time, each answer keeps its {@link Promise}, what came to be stored
 * is valid, neither sees anything of the other, the log says nothing of either, and no thread is left behind.
 */
class CallsIT extends ServerIT {
    private static final Duration LONG = Duration.ofSeconds(Integer.getInteger("wally.fuzz.calls", 12));
    private static final long SEED = Long.getLong("wally.fuzz.seed", 20_261_129);
    private static final Path KEPT = Path.of("src/test/resources/nl/wally/fuzz/calls");
    private static final int CALLERS = 2;
    private static final int MORE_THREADS = 25;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Store store;

    @Autowired
    private ProfileValidator validator;

    @Test
    void keepsItsPromisesWhateverIsSent() throws Exception {
        Siege siege = new Siege(server);
        int threads = Thread.activeCount();
        Timestamp begin = jdbc.queryForObject("select max(res_updated) from hfj_resource", Timestamp.class);
        try (OverheardLog log = new OverheardLog()) {
            Map<Long, String> found = besiege(siege);
            LoggerFactory.getLogger(CallsIT.class).info("Answers: {}", siege.answers());
            for (Household household : siege.households()) {
                assertThat(log.lines()).noneMatch(line -> line.contains(household.mark()));
            }
            assertThat(log.lines())
                    .filteredOn(line -> line.contains("Incident "))
                    .isEmpty();
            assertThat(found).isEmpty();
        }
        assertThat(Thread.activeCount()).as("threads").isLessThan(threads + MORE_THREADS);
        requireValid(begin);
    }

    @TestFactory
    List<DynamicTest> whatWasFoundStaysMended() throws IOException {
        Siege siege = new Siege(server);
        try (var files = Files.list(KEPT)) {
            return files.sorted()
                    .map(file -> DynamicTest.dynamicTest(
                            file.getFileName().toString(), () -> siege.repeat(Call.read(Files.readString(file)))))
                    .toList();
        }
    }

    /** What broke its promise, by seed: all of it, for each costs a start of the server. */
    private static Map<Long, String> besiege(Siege siege) throws Exception {
        Map<Long, String> found = new ConcurrentSkipListMap<>();
        AtomicLong seed = new AtomicLong(SEED);
        Instant end = Instant.now().plus(LONG);
        Callable<Void> caller = () -> {
            while (Instant.now().isBefore(end)) {
                long one = seed.getAndIncrement();
                Choices choices = Choices.of(one);
                Calls.Kind kind = choices.of(List.of(Calls.Kind.values()));
                try {
                    siege.call(kind, choices);
                } catch (AssertionError broken) {
                    found.put(one, broken.getMessage());
                }
            }
            return null;
        };
        var callers = Executors.newFixedThreadPool(CALLERS);
        try {
            for (Future<Void> each : callers.invokeAll(java.util.Collections.nCopies(CALLERS, caller))) {
                each.get();
            }
        } finally {
            callers.shutdownNow();
        }
        return found;
    }

    /** As it lies in the database, which is not quite what was validated when it came in: the server adds its own. */
    private void requireValid(Timestamp begin) {
        Map<String, String> invalid = new TreeMap<>();
        List<String> stored = jdbc.queryForList(
                "select res_type || '/' || fhir_id from hfj_resource where res_updated > ? and res_deleted_at is null",
                String.class,
                begin);
        for (String reference : stored) {
            Resource resource = store.read(reference).orElseThrow();
            List<Refusal> refusals = validator.check(resource);
            if (!refusals.isEmpty()) {
                invalid.put(reference + " " + refusals, server.json(resource));
            }
        }
        LoggerFactory.getLogger(CallsIT.class).info("{} resources were stored", stored.size());
        assertThat(stored).isNotEmpty();
        assertThat(invalid).isEmpty();
    }
}
