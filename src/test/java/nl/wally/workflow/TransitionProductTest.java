package nl.wally.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.wally.shared.Problem;
import nl.wally.workflow.Verdict.Allowed;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every status before, status after and actor: allowed if and only if the file lists it. */
class TransitionProductTest {
    private static final List<TaskStatus> ALL = Arrays.stream(TaskStatus.values())
            .filter(status -> status != TaskStatus.NULL)
            .toList();

    private final TaskRules rules = TaskRules.load();
    private final TaskCompletion completion = new TaskCompletion(Tasks.STATES);

    @Test
    void allowsWhatTheFileListsAndRefusesEverythingElse() throws IOException {
        Set<String> listed = listed();
        List<@Nullable TaskStatus> before = new ArrayList<>(ALL);
        before.add(null);
        int allowed = 0;
        int refused = 0;
        for (TaskStatus from : before) {
            for (TaskStatus to : ALL) {
                for (Actor actor : Actor.values()) {
                    if (from == to) {
                        continue;
                    }
                    boolean expected = listed.contains(key(from, to) + "," + actor.code());
                    judge(from, to, actor, expected, listed);
                    allowed += expected ? 1 : 0;
                    refused += expected ? 0 : 1;
                }
            }
        }
        assertThat(allowed).isEqualTo(listed.size()).isEqualTo(57);
        assertThat(refused).isEqualTo(13 * 12 * 8 - 12 * 8 - 57);
        System.out.println("transitions: " + allowed + " allowed, " + refused + " refused");
    }

    private void judge(@Nullable TaskStatus from, TaskStatus to, Actor actor, boolean expected, Set<String> listed) {
        Task before = from == null ? null : Tasks.in(from);
        Task after = before == null ? Tasks.in(to) : Tasks.to(before, to);
        boolean social = actor == Actor.OWNER || actor == Actor.STAND_IN;
        if (social) {
            Tasks.withFeedback(after);
        }
        TaskFacts facts = Tasks.facts(actor);
        Verdict verdict = rules.judge(before, after, facts);
        String what = key(from, to) + " by " + actor.code();
        if (expected) {
            assertThat(verdict).as(what).isInstanceOf(Allowed.class);
            assertThat(((Allowed) verdict).transition()).as(what).isPresent();
            Task once = completion.complete(before, after, (Allowed) verdict, facts);
            assertThat(rules.judge(before, once, facts)).as("completed " + what).isEqualTo(verdict);
            Task twice = completion.complete(before, once, (Allowed) verdict, facts);
            assertThat(twice.equalsDeep(once)).as("completed twice " + what).isTrue();
        } else {
            boolean anybody = Arrays.stream(Actor.values())
                    .anyMatch(other -> listed.contains(key(from, to) + "," + other.code()));
            assertThat(Tasks.problems(verdict))
                    .as(what)
                    .containsExactly(anybody ? Problem.FORBIDDEN : Problem.TRANSITION_NOT_ALLOWED);
        }
    }

    private static String key(@Nullable TaskStatus from, TaskStatus to) {
        return (from == null ? "(none)" : from.toCode()) + "," + to.toCode();
    }

    /** Read a second time, by other code than the one under test. */
    private static Set<String> listed() throws IOException {
        try (InputStream in = TaskRules.class.getResourceAsStream("/workflow/task-transitions.csv")) {
            Set<String> keys = new HashSet<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .forEach(cells -> keys.add(cells[0] + "," + cells[1] + "," + cells[2]));
            return keys;
        }
    }
}
