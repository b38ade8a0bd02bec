package nl.wally.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.wally.FhirClient.Answer;
import nl.wally.ServerIT;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Coordinators keep the directory: their own part of it, one at a time. */
class DirectoryIT extends ServerIT {
    private static final String COORDINATOR = "coordinator-demo";
    private static final int ROUNDS = 20;
    private static final ExecutorService TWO = Executors.newFixedThreadPool(2);

    @AfterAll
    static void stop() {
        TWO.shutdownNow();
    }

    @Test
    void oneOfTwoUpdatesOfTheSameVersionIsStale() throws Exception {
        PractitionerRole original = read("PractitionerRole/wally-2", PractitionerRole.class);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                PractitionerRole one = read("PractitionerRole/wally-2", PractitionerRole.class);
                PractitionerRole other = one.copy();
                one.setAvailabilityExceptions("een " + round);
                other.setAvailabilityExceptions("ander " + round);
                List<Answer> answers =
                        atOnce(() -> server.put(COORDINATOR, one), () -> server.put(COORDINATOR, other));
                assertThat(answers)
                        .extracting(Answer::status)
                        .as(answers.get(0).body() + "\n" + answers.get(1).body())
                        .containsExactlyInAnyOrder(200, 412);
                assertThat(answers)
                        .filteredOn(answer -> answer.status() == 412)
                        .allSatisfy(answer -> assertThat(answer.problems()).containsExactly("version-stale"));
            }
        } finally {
            restore(original);
        }
    }

    private <T extends Resource> T read(String reference, Class<T> type) {
        return server.read(COORDINATOR, reference, type);
    }

    /** Puts these contents back, whatever the version is now. */
    private void restore(Resource original) {
        String reference = original.fhirType() + "/" + original.getIdElement().getIdPart();
        Resource now = read(reference, Resource.class);
        original.getMeta().setVersionId(now.getMeta().getVersionId());
        Answer answer = server.put(COORDINATOR, original);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static List<Answer> atOnce(Callable<Answer> one, Callable<Answer> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        Future<Answer> first = TWO.submit(() -> {
            start.await();
            return one.call();
        });
        Future<Answer> second = TWO.submit(() -> {
            start.await();
            return other.call();
        });
        return List.of(first.get(), second.get());
    }
}
