package nl.wally.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import nl.wally.Absence;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ReferralRows;
import nl.wally.ServerIT;
import nl.wally.conformance.Canonicals;
import nl.wally.workflow.Guard;
import nl.wally.workflow.StateTable;
import nl.wally.workflow.TaskCompletion;
import nl.wally.workflow.Transition;
import nl.wally.workflow.TransitionTable;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whatever everybody tries, in whatever order: nothing breaks, and no Wally ends a referral in silence (W-6). */
class WalksIT extends ServerIT {
    private static final int WALKS = Integer.getInteger("wally.walks", 60);
    private static final int LONGEST = 14;
    private static final List<String> CLIENTS = List.of(
            "wally-demo-1",
            "wally-demo-1",
            "wally-demo-1",
            "wally-demo-1",
            "wally-demo-1",
            "wally-demo-2",
            "wally-demo-2",
            "his-demo-1",
            "his-demo-2",
            "coordinator-demo");
    private static final List<String> ROLES = List.of("PractitionerRole/wally-1", "PractitionerRole/wally-2");
    private static final TransitionTable TABLE = TransitionTable.load();
    private static final List<TaskStatus> STATUSES =
            StateTable.load().statuses().stream().sorted().toList();

    @Autowired
    private JdbcTemplate jdbc;

    private final Map<String, Absence> absent = new HashMap<>();
    private final Map<Integer, Integer> answers = new TreeMap<>();

    @AfterEach
    void everybodyComesBack() {
        absent.values().forEach(Absence::close);
        absent.clear();
    }

    @Test
    void everyPathThatAWallyEndsLeavesTheGpWithFeedback() {
        Map<TaskStatus, Integer> ends = new EnumMap<>(TaskStatus.class);
        int byWally = 0;
        for (int walk = 0; walk < WALKS; walk++) {
            Random random = new Random(20180301 + walk);
            everybodyComesBack();
            ReferralLife life = ReferralLife.begin(server, 1);
            String ender = walk(life, random);
            TaskStatus end = life.task().getStatus();
            ends.merge(end, 1, Integer::sum);
            new ReferralRows(jdbc).assertConsistent(life);
            if (ender.startsWith("wally")) {
                byWally++;
                assertFeedback(life);
            } else if (TaskCompletion.isTerminal(end)) {
                assertThat(life.notices("his-demo-1")).as("walk " + walk).isNotEmpty();
            }
        }
        System.out.println(
                "Walks over HTTP: " + WALKS + ", ends " + ends + ", by a Wally " + byWally + ", answers " + answers);
        assertThat(byWally).isGreaterThan(WALKS / 4);
        assertThat(ends.keySet()).contains(TaskStatus.COMPLETED, TaskStatus.REJECTED, TaskStatus.FAILED);
    }

    /** The client that ended it; empty when nobody did. */
    private String walk(ReferralLife life, Random random) {
        ReferralRows rows = new ReferralRows(jdbc);
        for (int step = 0; step < LONGEST; step++) {
            String client = pick(CLIENTS, random);
            var before = rows.everything(life.reference(Task.class));
            Answer answer = attempt(life, client, random);
            answers.merge(answer.status(), 1, Integer::sum);
            assertThat(answer.status()).as(client + " " + answer.body()).isLessThan(500);
            if (answer.status() >= 400) {
                assertThat(answer.problems()).isNotEmpty().doesNotContainNull();
                assertThat(rows.everything(life.reference(Task.class)))
                        .as(answer.body())
                        .isEqualTo(before);
            } else {
                rows.assertConsistent(life);
                if (TaskCompletion.isTerminal(life.task().getStatus())) {
                    return client;
                }
            }
        }
        return "";
    }

    private Answer attempt(ReferralLife life, String client, Random random) {
        comeAndGo(random);
        return switch (random.nextInt(12)) {
            case 0 -> life.change(client, task -> task.addNote().setText("Genoteerd."));
            case 1 -> life.change(client, task -> task.setOwner(new Reference(pick(ROLES, random))));
            case 2 ->
                server.post(
                        client,
                        "/Communication",
                        Messages.interim(life.finalFeedback(client, life.task()), "Tussenstand."));
            case 3 -> stale(life, client);
            default -> step(life, client, random);
        };
    }

    /** Mostly a step that somebody may take from here with all that it asks for, sometimes any step with anything. */
    private static Answer step(ReferralLife life, String client, Random random) {
        List<Transition> possible = TABLE.from(life.task().getStatus(), EnumSet.allOf(nl.wally.workflow.Actor.class));
        if (random.nextInt(3) > 0 && !possible.isEmpty()) {
            Transition row = pick(possible, random);
            return life.step(client, row.to(), row.guards());
        }
        TaskStatus to = pick(STATUSES, random);
        List<Guard> asked = new ArrayList<>();
        for (Guard guard : List.of(Guard.G_RESUME, Guard.G_OUTCOME, Guard.G_FEEDBACK)) {
            if (random.nextBoolean()) {
                asked.add(guard);
            }
        }
        return life.step(client, to, Set.copyOf(asked), task -> {
            if (random.nextBoolean()) {
                task.setStatusReason(ReferralLife.reason(random.nextBoolean() ? "unreachable" : "needs-care"));
            }
            if (random.nextInt(4) == 0) {
                task.setBusinessStatus(Messages.concept(Canonicals.SYSTEM_BUSINESS_STATUS, "support-running"));
            }
        });
    }

    private Answer stale(ReferralLife life, String client) {
        Task task = life.task();
        task.getMeta()
                .setVersionId(Integer.toString(Integer.parseInt(task.getMeta().getVersionId()) + 1));
        task.addNote().setText("Te laat.");
        return server.put(client, task);
    }

    private void comeAndGo(Random random) {
        if (random.nextInt(5) > 0) {
            return;
        }
        String role = pick(ROLES, random);
        Absence away = absent.remove(role);
        if (away != null) {
            away.close();
        } else {
            absent.put(role, Absence.of(server, role));
        }
    }

    private static void assertFeedback(ReferralLife life) {
        List<String> outputs = life.task().getOutput().stream()
                .filter(output -> output.getValue() instanceof Reference)
                .map(output -> ((Reference) output.getValue()).getReference())
                .toList();
        List<Communication> told = life.feedback();
        assertThat(told)
                .as("ended as " + life.task().getStatus())
                .anyMatch(feedback -> outputs.contains(
                                "Communication/" + feedback.getIdElement().getIdPart())
                        && feedback.getCategoryFirstRep()
                                .getCodingFirstRep()
                                .getCode()
                                .equals("final-feedback")
                        && feedback.getPayloadFirstRep().getContent() instanceof StringType text
                        && !text.getValue().isBlank());
    }

    private static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
