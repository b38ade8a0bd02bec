package nl.wally.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.wally.Absence;
import nl.wally.FhirClient.Answer;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;

/** What {@code $available-actions} offers succeeds when what it needs is brought; what it does not offer is refused. */
class ActionsIT extends ServerIT {
    private static final List<String> CLIENTS =
            List.of("his-demo-1", "wally-demo-1", "wally-demo-2", "coordinator-demo");
    private static final StateTable STATES = StateTable.load();

    /** What a step needs, by the problem that it is refused with otherwise. */
    private static final Map<String, Guard> BROUGHT = Map.of(
            "status-reason", Guard.G_REASON,
            "resume-date-missing", Guard.G_RESUME,
            "feedback-missing", Guard.G_FEEDBACK,
            "outcome-missing", Guard.G_OUTCOME);

    private int done;
    private int refused;

    @Test
    void everyStepOfferedSucceedsAndEveryOtherIsRefused() {
        for (TaskStatus from : STATES.statuses()) {
            ReferralLife untouched = TransitionsIT.bring(server, from);
            for (String client : CLIENTS) {
                steps(untouched, from, client);
            }
        }
        System.out.println("Steps offered and taken: " + done + ", not offered and refused: " + refused);
        // Nobody is absent, and nobody has asked for a cancellation: these rows are open.
        long rows = TransitionTable.load().all().stream()
                .filter(row -> row.from() != null && !row.guards().contains(Guard.G_ABORT))
                .filter(row -> Set.of(Actor.OWNER, Actor.GP, Actor.COORDINATOR).contains(row.actor()))
                .count();
        assertThat(done).isEqualTo((int) rows);
        assertThat(refused).isGreaterThan(200);
    }

    @Test
    void whoStandsInForAnAbsentOwnerIsOfferedWhatTheOwnerIs() {
        try (Absence away = Absence.of(server, "PractitionerRole/wally-1")) {
            ReferralLife life = TransitionsIT.bring(server, TaskStatus.REQUESTED);
            assertThat(actions("wally-demo-2", life)).isNotEmpty();
        }
        for (TaskStatus from : List.of(TaskStatus.RECEIVED, TaskStatus.INPROGRESS)) {
            ReferralLife life = TransitionsIT.bring(server, from);
            Set<String> owners = codes(actions("wally-demo-1", life));
            assertThat(codes(actions("wally-demo-2", life))).isEmpty();
            try (Absence away = Absence.of(server, "PractitionerRole/wally-1")) {
                assertThat(codes(actions("wally-demo-2", life))).isEqualTo(owners);
                steps(life, "wally-demo-2");
            }
        }
    }

    @Test
    void whatOneMayNotSeeCannotBeAskedAbout() {
        ReferralLife life = ReferralLife.begin(server, 1);
        Answer answer = server.get("his-demo-2", "/" + life.reference(Task.class) + "/$available-actions");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problems()).containsExactly("not-found");
        assertThat(server.get("his-demo-1", "/Task/00000000-0000-4000-8000-000000000000/$available-actions")
                        .status())
                .isEqualTo(404);
        Answer elsewhere = server.get("his-demo-1", "/Patient/x/$available-actions");
        assertThat(elsewhere.status()).isBetween(400, 499);
    }

    private void steps(ReferralLife untouched, TaskStatus from, String client) {
        Map<TaskStatus, Set<Guard>> offered = stepsOffered(client, untouched);
        Task seen = untouched.task(client);
        for (TaskStatus to : STATES.statuses()) {
            if (to != from && !offered.containsKey(to)) {
                Answer answer = untouched.ready(client, seen, to, asked(to)).get();
                assertThat(answer.status())
                        .as(from + " to " + to + " by " + client + ": " + answer.body())
                        .isBetween(400, 499);
                refused++;
            }
        }
        assertThat(untouched.task(client).getMeta().getVersionId())
                .as("what was refused changed nothing")
                .isEqualTo(seen.getMeta().getVersionId());
        offered.forEach((to, needs) -> {
            ReferralLife fresh = TransitionsIT.bring(server, from);
            Answer answer = fresh.step(client, to, needs);
            assertThat(answer.status())
                    .as(from + " to " + to + " by " + client + ": " + answer.body())
                    .isEqualTo(200);
            assertThat(fresh.task().getStatus()).isEqualTo(to);
            done++;
        });
    }

    /** Nothing that a step to this status could want is missing, but for feedback, which is refused by itself. */
    private static Set<Guard> asked(TaskStatus to) {
        boolean reason = STATES.of(to).map(state -> !state.reasons().isEmpty()).orElse(false);
        return reason ? Set.of(Guard.G_REASON, Guard.G_RESUME, Guard.G_OUTCOME) : Set.of(Guard.G_OUTCOME);
    }

    private void steps(ReferralLife life, String client) {
        var step = stepsOffered(client, life).entrySet().iterator().next();
        assertThat(life.step(client, step.getKey(), step.getValue()).status()).isEqualTo(200);
    }

    private Map<TaskStatus, Set<Guard>> stepsOffered(String client, ReferralLife life) {
        Map<TaskStatus, Set<Guard>> offered = new TreeMap<>();
        for (ParametersParameterComponent action : actions(client, life)) {
            List<ParametersParameterComponent> parts = action.getPart();
            parts.stream()
                    .filter(part -> part.getName().equals("status"))
                    .findFirst()
                    .ifPresent(status -> {
                        Set<Guard> needs = parts.stream()
                                .filter(part -> part.getName().equals("need"))
                                .map(need -> ((Coding) need.getPartFirstRep().getValue()).getCode())
                                .map(problem -> BROUGHT.get(problem))
                                .collect(Collectors.toCollection(HashSet::new));
                        offered.put(TaskStatus.fromCode(((CodeType) status.getValue()).getCode()), needs);
                    });
        }
        return offered;
    }

    private List<ParametersParameterComponent> actions(String client, ReferralLife life) {
        Answer answer = server.get(client, "/" + life.reference(Task.class) + "/$available-actions");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.resource(Parameters.class).getParameter();
    }

    private static Set<String> codes(List<ParametersParameterComponent> actions) {
        return actions.stream()
                .map(action -> ((Coding) action.getPartFirstRep().getValue()).getCode())
                .collect(Collectors.toSet());
    }
}
