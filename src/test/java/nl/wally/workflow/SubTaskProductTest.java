package nl.wally.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every kind of sub-Task, status before, status after and actor: allowed if and only if the file lists it. */
class SubTaskProductTest {
    private static final List<TaskStatus> ALL = Arrays.stream(TaskStatus.values())
            .filter(status -> status != TaskStatus.NULL)
            .toList();
    private static final String HEADER = "code,from,to,actor,transition,guards\n";

    private final SubTaskRules rules = SubTaskRules.load();

    @Test
    void allowsWhatTheFileListsAndRefusesEverythingElse() throws IOException {
        Set<String> listed = listed();
        List<@Nullable TaskStatus> before = new ArrayList<>(ALL);
        before.add(null);
        int allowed = 0;
        int refused = 0;
        for (SubTask kind : SubTask.values()) {
            for (TaskStatus from : before) {
                for (TaskStatus to : ALL) {
                    for (Actor actor : Actor.values()) {
                        if (from == to) {
                            continue;
                        }
                        boolean expected = listed.contains(key(kind, from, to) + "," + actor.code());
                        judge(kind, from, to, actor, expected, listed);
                        allowed += expected ? 1 : 0;
                        refused += expected ? 0 : 1;
                    }
                }
            }
        }
        assertThat(allowed).isEqualTo(listed.size()).isEqualTo(13);
        assertThat(refused).isEqualTo(2 * (13 * 12 * 8 - 12 * 8) - 13);
        System.out.println("steps of sub-Tasks: " + allowed + " allowed, " + refused + " refused");
    }

    @Test
    void refusesMalformedTablesNamingTheLine() {
        refuses("help,requested,accepted,owner,A02,\n", "line 2", "unknown code 'help'");
        refuses("abort,requested,accepted,owner,2,\n", "line 2", "transition id");
        refuses("abort,requested,requested,owner,A02,\n", "line 2", "changes the status");
        refuses("abort,requested,accepted,owner,A02,G-ABORT\n", "line 2", "unknown guard 'G-ABORT'");
        refuses("abort,requested,accepted,gp,A02,\nabort,requested,accepted,gp,A03,\n", "two rows");
    }

    private void judge(
            SubTask kind, @Nullable TaskStatus from, TaskStatus to, Actor actor, boolean expected, Set<String> listed) {
        Task before = from == null ? null : SubTaskMessages.of(kind, from);
        Task after =
                before == null ? SubTaskMessages.of(kind, to) : before.copy().setStatus(to);
        if (before != null && kind == SubTask.INFORMATION && to == TaskStatus.COMPLETED) {
            SubTaskMessages.answered(after);
        }
        List<Refusal> refusals = rules.judge(kind, before, after, SubTaskMessages.facts(kind, actor));
        String what = key(kind, from, to) + " by " + actor.code();
        if (expected) {
            assertThat(refusals).as(what).isEmpty();
            return;
        }
        boolean anybody = Arrays.stream(Actor.values())
                .anyMatch(other -> listed.contains(key(kind, from, to) + "," + other.code()));
        assertThat(refusals)
                .extracting(Refusal::problem)
                .as(what)
                .containsExactly(anybody ? Problem.FORBIDDEN : Problem.TRANSITION_NOT_ALLOWED);
    }

    private static String key(SubTask kind, @Nullable TaskStatus from, TaskStatus to) {
        return kind.code() + "," + (from == null ? "(none)" : from.toCode()) + "," + to.toCode();
    }

    private static void refuses(String rows, String... words) {
        assertThatThrownBy(() -> SubTaskTable.read(new StringReader(HEADER + rows)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll(words);
    }

    /** Read a second time, by other code than the one under test. */
    private static Set<String> listed() throws IOException {
        try (InputStream in = SubTaskRules.class.getResourceAsStream("/workflow/subtask-transitions.csv")) {
            Set<String> keys = new HashSet<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .forEach(cells -> keys.add(cells[0] + "," + cells[1] + "," + cells[2] + "," + cells[3]));
            return keys;
        }
    }
}
