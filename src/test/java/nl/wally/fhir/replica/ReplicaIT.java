package nl.wally.fhir.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.wally.FhirClient.Answer;
import nl.wally.Neighbourhood;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import nl.wally.TestReplica;
import nl.wally.access.ClientRegistry;
import nl.wally.fhir.Custodies;
import org.awaitility.Awaitility;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A search may miss what a replica does not know yet, for who allows that, and for no longer. Nobody sees by it what they may
 * not see any more, or what is not so any more.
 */
class ReplicaIT extends ServerIT {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @Autowired
    private ClientRegistry clients;

    @Autowired
    private Custodies custodies;

    private Neighbourhood here;

    @Test
    void findsInTheReplicaAndShowsWhatThePrimaryKnows() throws Exception {
        here = new Neighbourhood(server, clients);
        String known = id(here.refer());
        ReferralLife changing = here.refer();
        String changed = id(changing);

        Answer without = search("max-stale=60");
        assertThat(without.header("Age")).as("there is no replica yet").isEmpty();
        assertThat(found(without)).contains(known, changed);

        try (TestReplica replica = TestReplica.of(DATABASE)) {
            awaitFreshReplica();
            assertThat(found(search("max-stale=60"))).contains(known, changed);
            assertThat(search("no-cache").header("Age")).isEmpty();

            replica.standStill();
            String later = id(here.refer());
            changing.step(here.sanne.client(), TaskStatus.ACCEPTED, java.util.Set.of());
            Awaitility.await()
                    .atMost(LONGEST)
                    .until(() -> search("max-stale=1").header("Age").isEmpty());
            assertThat(found(search("max-stale=1"))).as("it is further behind").contains(known, changed, later);

            Answer behind = search("max-stale=60");
            assertThat(behind.header("Age").map(Integer::valueOf))
                    .get()
                    .satisfies(age -> assertThat(age).isBetween(1, 60));
            assertThat(found(behind)).as("what is not so any more is left out").containsExactly(known);

            Answer away = allowing("wally-demo-2", "max-stale=60");
            assertThat(found(away)).as("whose they are not").doesNotContain(known);
            custodies.departs(here.sanne.role(), Optional.of(clock.instant()));
            assertThat(found(search("max-stale=60")))
                    .as("who has left sees nothing, whatever the replica knows")
                    .isEmpty();
            custodies.departs(here.sanne.role(), Optional.empty());

            replica.goOn();
            Awaitility.await().atMost(LONGEST).untilAsserted(() -> {
                Answer caughtUp = search("max-stale=60");
                assertThat(caughtUp.header("Age")).isPresent();
                assertThat(found(caughtUp)).contains(known, changed, later);
            });
        }
        Answer after = search("max-stale=60");
        assertThat(after.header("Age")).as("the replica is gone").isEmpty();
        assertThat(found(after)).contains(known, changed);
    }

    private void awaitFreshReplica() {
        Awaitility.await()
                .atMost(LONGEST)
                .until(() -> search("max-stale=60").header("Age").isPresent());
    }

    private Answer search(String cacheControl) {
        Answer answer = allowing(here.sanne.client(), cacheControl);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private Answer allowing(String client, String cacheControl) {
        return server.send(server.request(client, "/Task?owner=" + here.sanne.role() + "&_count=50")
                .header("Cache-Control", cacheControl)
                .GET());
    }

    private static List<String> found(Answer answer) {
        return answer.status() == 200
                ? answer.all(Task.class).stream()
                        .map(task -> task.getIdElement().getIdPart())
                        .toList()
                : List.of();
    }

    private static String id(ReferralLife life) {
        return life.reference(Task.class).substring("Task/".length());
    }
}
