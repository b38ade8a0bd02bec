package nl.wally.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import nl.wally.Beside;
import nl.wally.FhirClient.Answer;
import nl.wally.ServerIT;
import nl.wally.conformance.Capabilities;
import nl.wally.shared.Caller.Capacity;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every cell of {@link RightsTable} over HTTP: each role, each type that is offered, each interaction that is offered on it,
 * once with what is the caller's own and once with a stranger's. What the table allows of one's own succeeds; what it does
 * not allow is refused, and what cannot be seen is not there.
 */
class RightsMatrixIT extends ServerIT {
    private static final AtomicInteger ALLOWED = new AtomicInteger();
    private static final AtomicInteger REFUSED = new AtomicInteger();

    private static MatrixWorld world;

    @Autowired
    private ClientRegistry clients;

    @Autowired
    private Capabilities capabilities;

    @Autowired
    private RightsTable rights;

    private record Cell(Capacity role, String type, Interaction interaction, boolean own) {
        @Override
        public String toString() {
            return ClientRegistry.code(role) + " " + interaction.code() + " " + type + (own ? ", own" : ", stranger's");
        }
    }

    @BeforeEach
    void aWorld() {
        if (world == null) {
            world = new MatrixWorld(server, clients);
        }
    }

    @AfterAll
    static void count() {
        System.out.println(
                "Cells of the access matrix over HTTP: " + ALLOWED.get() + " allowed, " + REFUSED.get() + " refused");
    }

    @TestFactory
    Stream<DynamicTest> everyCell() {
        return RightsTable.roles().stream()
                .flatMap(role -> capabilities.types().stream()
                        .flatMap(type -> Stream.of(Interaction.values())
                                .filter(interaction -> interaction.isOffered(capabilities, type))
                                .flatMap(interaction ->
                                        Stream.of(true, false).map(own -> new Cell(role, type, interaction, own)))))
                .map(cell -> DynamicTest.dynamicTest(cell.toString(), () -> check(cell)));
    }

    private void check(Cell cell) {
        boolean allowed = isAllowed(cell, cell.interaction());
        switch (cell.interaction()) {
            case READ -> read(cell, allowed);
            case SEARCH -> search(cell, allowed);
            case CREATE -> create(cell, allowed);
            case UPDATE -> update(cell, allowed);
            case VALIDATE -> {
                Resource whole = world.whole(cell.type());
                Answer answer = server.post(client(cell), "/" + cell.type() + "/$validate", whole);
                assertThat(answer.status()).as(answer.body()).isEqualTo(allowed ? 200 : 403);
            }
            // With a ground that there is not, so that nothing is lost when it is allowed.
            case ERASE -> {
                var asked = new Parameters().addParameter("ground", "none");
                Answer answer =
                        server.post(client(cell), "/" + world.thing(cell.role(), cell.type()) + "/$erase", asked);
                boolean seen = isAllowed(cell, Interaction.READ);
                assertThat(answer.status()).as(answer.body()).isEqualTo(allowed ? 400 : seen ? 403 : 404);
            }
            // About what is no longer here as well, so whether the thing is there plays no part.
            case ERASURES -> {
                Answer answer = server.get(client(cell), "/" + world.thing(cell.role(), cell.type()) + "/$erasures");
                assertThat(answer.status()).as(answer.body()).isEqualTo(allowed ? 200 : 403);
            }
            default -> {
                String path = "/" + world.thing(cell.role(), cell.type()) + "/$"
                        + cell.interaction().code();
                Answer answer = server.get(client(cell), path);
                boolean seen = isAllowed(cell, Interaction.READ);
                assertThat(answer.status()).as(answer.body()).isEqualTo(allowed ? 200 : seen ? 403 : 404);
            }
        }
        (allowed ? ALLOWED : REFUSED).incrementAndGet();
    }

    private boolean isAllowed(Cell cell, Interaction interaction) {
        List<Condition> conditions = rights.conditions(cell.role(), cell.type(), interaction);
        return cell.own()
                ? conditions.stream().anyMatch(condition -> condition != Condition.NOBODY)
                : conditions.contains(Condition.ANY);
    }

    private void read(Cell cell, boolean allowed) {
        String path = "/" + world.thing(cell.role(), cell.type());
        Stream.Builder<String> ways = Stream.<String>builder().add(path);
        if (capabilities.offers(cell.type(), TypeRestfulInteraction.VREAD)) {
            ways.add(path + "/_history/1");
        }
        if (capabilities.offers(cell.type(), TypeRestfulInteraction.HISTORYINSTANCE)) {
            ways.add(path + "/_history");
        }
        ways.build().forEach(way -> {
            Answer answer = server.get(client(cell), way);
            assertThat(answer.status()).as(way + answer.body()).isEqualTo(allowed ? 200 : 404);
            if (allowed && rights.shown(cell.role(), cell.type()) == Shown.WITHOUT_STORY) {
                assertThat(answer.body()).contains("SUBSETTED");
            }
        });
    }

    private void search(Cell cell, boolean allowed) {
        String thing = world.thing(cell.role(), cell.type());
        Answer answer = server.get(client(cell), "/" + cell.type() + "?_id=" + thing.split("/")[1]);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.resource(Bundle.class).getEntry())
                .extracting(entry -> Beside.reference(entry.getResource()))
                .isEqualTo(allowed ? List.of(thing) : List.of());
    }

    /** Something that belongs to nobody yet is nobody's own; so a stranger makes something that belongs to the insider. */
    private void create(Cell cell, boolean allowed) {
        if (allowed && cell.own()) {
            assertThat(world.create(cell.role(), cell.type()).status()).isIn(200, 201);
            return;
        }
        Resource copy = world.whole(cell.type());
        copy.setId((String) null);
        copy.setMeta(null);
        Bundle bundle = Beside.transaction();
        Beside.post(bundle, copy);
        Answer answer = server.post(client(cell), "", bundle);
        assertThat(isRefusedByTheTable(answer)).as(answer.body()).isEqualTo(!allowed);
    }

    private void update(Cell cell, boolean allowed) {
        String client = client(cell);
        Answer read = server.get(client, "/" + world.thing(cell.role(), cell.type()));
        Resource seen = read.status() == 200 ? read.resource() : world.whole(cell.type());
        Answer answer = server.put(client, seen);
        assertThat(isRefusedByTheTable(answer)).as(answer.body()).isEqualTo(!allowed);
        if (allowed && cell.own()) {
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        }
    }

    /** As opposed to a rule of a module, which has reasons of its own. */
    private static boolean isRefusedByTheTable(Answer answer) {
        return answer.status() == 404 || answer.status() == 403 && answer.body().contains("This caller may not ");
    }

    private static String client(Cell cell) {
        return cell.own() ? world.insider(cell.role()) : world.stranger(cell.role());
    }
}
