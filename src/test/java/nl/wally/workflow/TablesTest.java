package nl.wally.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.Set;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;

class TablesTest {
    private static final String TRANSITIONS = "from,to,actor,transition,guards\n";
    private static final String UPDATES = "statuses,actor,may change,guards\n";
    private static final String STATES = "status,business status,default,default by reason,status reason\n";

    @Test
    void readsARow() throws IOException {
        TransitionTable table = TransitionTable.read(
                new StringReader(TRANSITIONS + "on-hold,failed,owner,T18,G-REASON G-FEEDBACK\n\n"));
        assertThat(table.all())
                .containsExactly(new Transition(
                        TaskStatus.ONHOLD,
                        TaskStatus.FAILED,
                        Actor.OWNER,
                        "T18",
                        Set.of(Guard.G_REASON, Guard.G_FEEDBACK)));
        assertThat(table.from(TaskStatus.ONHOLD, Set.of(Actor.GP))).isEmpty();
    }

    @Test
    void refusesMalformedTransitionsNamingTheLine() {
        refuses("from,to\n", "line 1", "header");
        refuses(TRANSITIONS, "no rows");
        refuses(TRANSITIONS + "requested,received,owner,T02\n", "line 2", "5 cells");
        refuses(TRANSITIONS + "requested,opened,owner,T02,\n", "line 2", "unknown status 'opened'");
        refuses(TRANSITIONS + "requested,received,boss,T02,\n", "line 2", "unknown actor 'boss'");
        refuses(TRANSITIONS + "requested,received,owner,T02,G-WHAT\n", "line 2", "unknown guard 'G-WHAT'");
        refuses(TRANSITIONS + "requested,received,owner,2,\n", "line 2", "transition id");
        refuses(TRANSITIONS + "requested,received,owner gp,T02,\n", "line 2", "exactly one actor");
        refuses(TRANSITIONS + "requested,requested,owner,T02,\n", "line 2", "changes the status");
        refuses(TRANSITIONS + "requested,received,gp,T02,\nrequested,received,gp,T03,\n", "two rows");
    }

    @Test
    void refusesMalformedUpdatesAndStates() {
        assertThatThrownBy(() -> UpdateTable.read(new StringReader(UPDATES + "accepted,owner,status,\n")))
                .hasMessageContaining("unknown element 'status'");
        assertThatThrownBy(() -> UpdateTable.read(new StringReader(UPDATES + "accepted,,note,\n")))
                .hasMessageContaining("must not be empty");
        assertThatThrownBy(() -> StateTable.read(new StringReader(STATES + "accepted,closed,open,,\n")))
                .hasMessageContaining("unknown business status");
        assertThatThrownBy(() -> StateTable.read(new StringReader(STATES + "accepted,closed,closed,a=closed,b\n")))
                .hasMessageContaining("reason=business status");
        assertThatThrownBy(() ->
                        StateTable.read(new StringReader(STATES + "accepted,closed,closed,,\naccepted,open,open,,\n")))
                .hasMessageContaining("two rows");
    }

    @Test
    void refusesTablesThatContradictEachOther() throws IOException {
        TransitionTable noReason =
                TransitionTable.read(new StringReader(TRANSITIONS + "requested,rejected,owner,T05,G-FEEDBACK\n"));
        assertThatThrownBy(() -> new TaskRules(noReason, UpdateTable.load(), Tasks.STATES))
                .hasMessageContaining("T05");
    }

    private static void refuses(String content, String... words) {
        assertThatThrownBy(() -> TransitionTable.read(new StringReader(content)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll(words);
    }
}
