package nl.wally.costs;

import static nl.wally.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import nl.wally.Beside;
import nl.wally.FhirClient;
import nl.wally.FhirClient.Answer;
import nl.wally.ReferralLife;
import nl.wally.coordination.District;
import nl.wally.workflow.Actor;
import nl.wally.workflow.Guard;
import nl.wally.workflow.Transition;
import nl.wally.workflow.TransitionTable;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** Every step of the table that somebody can take over HTTP. */
final class Transitions {
    private static final List<Transition> TABLE = TransitionTable.load().all();

    /** The shortest way to a status. */
    private static final Map<TaskStatus, List<String>> WAYS = new EnumMap<>(Map.of(
            TaskStatus.REQUESTED, List.of(),
            TaskStatus.RECEIVED, List.of("T02"),
            TaskStatus.ACCEPTED, List.of("T03"),
            TaskStatus.INPROGRESS, List.of("T03", "T10"),
            TaskStatus.ONHOLD, List.of("T03", "T11"),
            TaskStatus.COMPLETED, List.of("T03", "T13"),
            TaskStatus.REJECTED, List.of("T05"),
            TaskStatus.FAILED, List.of("T03", "T12"),
            TaskStatus.CANCELLED, List.of("T07")));

    private final Costs costs;
    private final FhirClient server;
    private final District here;
    private final Map<Actor, String> clients;
    private boolean away;

    Transitions(Costs costs, FhirClient server, District here) {
        this.costs = costs;
        this.server = server;
        this.here = here;
        clients = new EnumMap<>(Map.of(
                Actor.GP,
                here.his,
                Actor.OWNER,
                here.client(here.noor),
                Actor.STAND_IN,
                here.client(here.bram),
                Actor.COORDINATOR,
                here.coordinator));
    }

    void count() {
        TABLE.stream().filter(this::isTakenByHand).forEach(row -> costs.of(name(row), () -> before(row), this::sent));
        present();
    }

    /** The names of all of them. */
    static List<String> names() {
        return TABLE.stream()
                .filter(row -> row.from() != null && row.actor() != Actor.SYSTEM)
                .map(Transitions::name)
                .toList();
    }

    private boolean isTakenByHand(Transition row) {
        return row.from() != null && clients.containsKey(row.actor());
    }

    private static String name(Transition row) {
        return "step %s %s to %s by %s"
                .formatted(
                        row.id(),
                        row.from().toCode(),
                        row.to().toCode(),
                        row.actor().code());
    }

    /** The step, ready to be sent, of a referral that came there by the shortest way. */
    private Supplier<Answer> before(Transition row) {
        present();
        ReferralLife life = here.refer();
        Task task = life.received().first(Task.class);
        for (String id : WAYS.get(row.from())) {
            Transition taken = byHand(id);
            Answer answer = life.ready(clients.get(taken.actor()), task, taken.to(), taken.guards())
                    .get();
            task = ok(answer).resource() instanceof Task known ? known : answer.first(Task.class);
        }
        if (row.guards().contains(Guard.G_ABORT)) {
            agreeToStop(task);
            task = life.task();
        }
        if (row.actor() == Actor.STAND_IN) {
            leave();
        }
        boolean inPart = row.actor() == Actor.COORDINATOR;
        return life.ready(
                clients.get(row.actor()), inPart ? life.task(here.coordinator) : task, row.to(), row.guards());
    }

    private Answer sent(Supplier<Answer> step) {
        return ok(step.get());
    }

    private Transition byHand(String id) {
        return TABLE.stream()
                .filter(row -> row.id().equals(id) && row.actor() != Actor.STAND_IN && isTakenByHand(row))
                .findFirst()
                .orElseThrow();
    }

    private void agreeToStop(Task task) {
        Answer asked = server.post(here.his, "/Task", Beside.cancellation(task).setRequester(null));
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        ok(server.put(clients.get(Actor.OWNER), asked.resource(Task.class).setStatus(TaskStatus.ACCEPTED)));
    }

    private void leave() {
        here.role(
                here.noor,
                role -> role.addNotAvailable()
                        .setDescription("afwezig")
                        .setDuring(new Period().setStartElement(new DateTimeType("2025-06-01"))));
        away = true;
    }

    private void present() {
        if (away) {
            here.role(here.noor, role -> role.getNotAvailable().clear());
            away = false;
        }
    }
}
