package nl.wally.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import nl.wally.Absence;
import nl.wally.Beside;
import nl.wally.FhirClient;
import nl.wally.FhirClient.Answer;
import nl.wally.ReferralLife;
import nl.wally.ReferralRows;
import nl.wally.ServerIT;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every step of the table that somebody can take over HTTP, and for everybody in every status one that is refused. */
class TransitionsIT extends ServerIT {
    private static final Map<Actor, String> CLIENTS = new EnumMap<>(Map.of(
            Actor.GP, "his-demo-1",
            Actor.GP_OTHER, "his-demo-2",
            Actor.OWNER, "wally-demo-1",
            Actor.STAND_IN, "wally-demo-2",
            Actor.STAND_IN_IDLE, "wally-demo-2",
            Actor.OTHER_ORG, Strangers.COACH,
            Actor.COORDINATOR, "coordinator-demo"));
    private static final Set<Actor> WALKING = EnumSet.of(Actor.OWNER, Actor.GP, Actor.COORDINATOR);
    private static final StateTable STATES = StateTable.load();
    private static final TransitionTable TABLE = TransitionTable.load();

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private DataSource database;

    private Absence absence;

    @BeforeEach
    void strangers() {
        Strangers.meet(server, database);
    }

    @AfterEach
    void comeBack() {
        present();
    }

    @Test
    void everyRowCanBeTaken() {
        List<String> taken = new ArrayList<>();
        for (Transition row : TABLE.all()) {
            if (row.from() != null && CLIENTS.containsKey(row.actor())) {
                take(row);
                taken.add(row.id());
            }
        }
        System.out.println(
                "Steps taken over HTTP: " + taken.size() + " of " + TABLE.all().size() + " rows");
        assertThat(taken).hasSize((int) TABLE.all().stream()
                .filter(row -> row.from() != null && row.actor() != Actor.SYSTEM)
                .count());
    }

    @Test
    void everybodyIsRefusedSomethingInEveryStatusAndNothingChanges() {
        int refused = 0;
        for (TaskStatus from : STATES.statuses()) {
            ReferralLife life = bring(server, from);
            for (Actor actor : CLIENTS.keySet()) {
                refuse(life, from, actor);
                refused++;
            }
        }
        System.out.println("Steps refused over HTTP: " + refused);
    }

    private void take(Transition row) {
        ReferralLife life = bring(server, row.from());
        if (row.guards().contains(Guard.G_ABORT)) {
            agreeToStop(life);
        }
        Task before = life.task();
        presenceFor(row.actor());
        Answer answer = life.step(CLIENTS.get(row.actor()), row.to(), row.guards());
        present();
        assertThat(answer.status()).as(row + " " + answer.body()).isEqualTo(200);
        Task after = life.task();
        boolean moved = row.actor() == Actor.STAND_IN;
        assertThat(after.getStatus()).as("%s", row).isEqualTo(row.to());
        assertThat(after.getOwner().getReference()).isEqualTo("PractitionerRole/wally-" + (moved ? 2 : 1));
        assertThat(after.getBusinessStatus().getCodingFirstRep().getCode())
                .as("businessStatus of %s", row)
                .isEqualTo(businessStatus(row.to(), moved, after));
        assertThat(after.getLastModified()).isAfterOrEqualTo(before.getLastModified());
        assertThat(Duration.between(after.getLastModified().toInstant(), clock.instant()))
                .isLessThan(Duration.ofSeconds(30));
        assertPeriod(row, before, after);
        if (!row.guards().contains(Guard.G_REASON)) {
            assertThat(after.hasStatusReason()).as("%s", row).isFalse();
        }
        assertNotice(row, life);
        assertRecorded(row, life, moved);
        new ReferralRows(jdbc).assertConsistent(life);
    }

    private void refuse(ReferralLife life, TaskStatus from, Actor actor) {
        ReferralRows rows = new ReferralRows(jdbc);
        var before = rows.everything(life.reference(Task.class));
        // Rather a step that somebody else may take: the nearest miss.
        TaskStatus to = STATES.statuses().stream()
                .filter(status -> status != from)
                .filter(status -> TABLE.between(from, status).stream().noneMatch(row -> row.actor() == actor))
                .sorted()
                .min((one, other) -> Boolean.compare(
                        TABLE.between(from, one).isEmpty(),
                        TABLE.between(from, other).isEmpty()))
                .orElseThrow();
        List<Transition> others = TABLE.between(from, to);
        presenceFor(actor);
        Set<Guard> guards = others.isEmpty() ? Set.of() : others.get(0).guards();
        Set<Guard> asked = guards.isEmpty() ? EnumSet.noneOf(Guard.class) : EnumSet.copyOf(guards);
        asked.remove(Guard.G_FEEDBACK);
        Answer answer = life.step(CLIENTS.get(actor), to, asked);
        present();
        String what = from.toCode() + " to " + to.toCode() + " by " + actor.code() + ": " + answer.body();
        if (Strangers.ARE.contains(actor)) {
            assertThat(answer.status()).as(what).isEqualTo(404);
            assertThat(answer.problems()).as(what).containsExactly("not-found");
        } else if (others.isEmpty()) {
            assertThat(answer.status()).as(what).isEqualTo(422);
            assertThat(answer.problems()).as(what).containsExactly("transition-not-allowed");
        } else {
            assertThat(answer.status()).as(what).isEqualTo(403);
            assertThat(answer.problems()).as(what).containsExactly("forbidden");
        }
        assertThat(rows.everything(life.reference(Task.class))).as(what).isEqualTo(before);
    }

    /** A referral in this status, by the shortest way. */
    static ReferralLife bring(FhirClient server, TaskStatus status) {
        ReferralLife life = ReferralLife.begin(server, 1);
        String last = "";
        Task seen = null;
        for (Transition row : path(status)) {
            String client = CLIENTS.get(row.actor());
            // Who goes on knows the Task from the answer.
            Task known = seen != null && client.equals(last) ? seen : life.task(client);
            Answer answer = life.ready(client, known, row.to(), row.guards()).get();
            assertThat(answer.status()).as(row + " " + answer.body()).isEqualTo(200);
            seen = answer.resource() instanceof Task task ? task : null;
            last = client;
        }
        return life;
    }

    /** The shortest way to a status for those who are at work. */
    private static List<Transition> path(TaskStatus wanted) {
        Deque<List<Transition>> open = new ArrayDeque<>(List.of(List.of()));
        while (!open.isEmpty()) {
            List<Transition> path = open.poll();
            TaskStatus at = path.isEmpty()
                    ? TaskStatus.REQUESTED
                    : path.get(path.size() - 1).to();
            if (at == wanted) {
                return path;
            }
            for (Transition next : TABLE.from(at, WALKING)) {
                if (!next.guards().contains(Guard.G_ABORT)) {
                    List<Transition> longer = new ArrayList<>(path);
                    longer.add(next);
                    open.add(longer);
                }
            }
        }
        throw new AssertionError("No way to " + wanted);
    }

    /** Cancelling what has begun needs a request of the GP side to which the owner has agreed. */
    private void agreeToStop(ReferralLife life) {
        Answer asked = server.post("his-demo-1", "/Task", Beside.cancellation(life.task()));
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        Answer agreed = server.put("wally-demo-1", asked.resource(Task.class).setStatus(TaskStatus.ACCEPTED));
        assertThat(agreed.status()).as(agreed.body()).isEqualTo(200);
    }

    private static String businessStatus(TaskStatus to, boolean moved, Task task) {
        StateTable.State state = STATES.of(to).orElseThrow();
        if (moved && state.businessStatuses().contains("handed-over")) {
            return "handed-over";
        }
        return Optional.ofNullable(state.defaultByReason()
                        .get(String.valueOf(
                                task.getStatusReason().getCodingFirstRep().getCode())))
                .orElse(state.defaultBusinessStatus());
    }

    private static void assertPeriod(Transition row, Task before, Task after) {
        boolean works = row.to() == TaskStatus.ACCEPTED || row.to() == TaskStatus.INPROGRESS;
        boolean worked = before.getExecutionPeriod().hasStart();
        assertThat(after.getExecutionPeriod().hasStart()).as("start, %s", row).isEqualTo(works || worked);
        assertThat(after.getExecutionPeriod().hasEnd())
                .as("end, %s", row)
                .isEqualTo(worked && TaskCompletion.isTerminal(row.to()));
        if (worked) {
            assertThat(after.getExecutionPeriod().getStart())
                    .isEqualTo(before.getExecutionPeriod().getStart());
        }
    }

    private static void assertNotice(Transition row, ReferralLife life) {
        boolean told = row.guards().contains(Guard.G_NOTICE);
        for (String client : List.of("his-demo-1", "wally-demo-1")) {
            assertThat(life.notices(client))
                    .filteredOn(notice -> notice.getReasonCodeFirstRep()
                            .getCodingFirstRep()
                            .getCode()
                            .equals(life.task()
                                    .getStatusReason()
                                    .getCodingFirstRep()
                                    .getCode()))
                    .as("notice to %s, %s", client, row)
                    .hasSize(told ? 1 : 0)
                    .allSatisfy(notice -> assertThat(notice.getRecipient())
                            .extracting("reference")
                            .containsExactly("Organization/practice-1", "PractitionerRole/wally-1"));
        }
    }

    private static void assertRecorded(Transition row, ReferralLife life, boolean moved) {
        String activity = moved ? "handed-over" : row.to().toCode();
        String who = switch (row.actor()) {
            case OWNER -> "PractitionerRole/wally-1";
            case STAND_IN -> "PractitionerRole/wally-2";
            case COORDINATOR -> "Organization/social-1";
            default -> "Organization/practice-1";
        };
        List<Provenance> recorded = life.provenance();
        assertThat(recorded)
                .filteredOn(entry -> entry.getActivity().getText().equals(activity)
                        && entry.getAgentFirstRep().getWho().getReference().equals(who))
                .as("Provenance of %s", row)
                .isNotEmpty();
    }

    private void presenceFor(Actor actor) {
        if (actor == Actor.STAND_IN) {
            absence = Absence.of(server, "PractitionerRole/wally-1");
        }
    }

    private void present() {
        if (absence != null) {
            absence.close();
            absence = null;
        }
    }
}
