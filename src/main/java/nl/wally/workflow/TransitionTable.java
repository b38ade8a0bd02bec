package nl.wally.workflow;

import java.io.IOException;
import java.io.Reader;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.wally.shared.CsvTable;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.jspecify.annotations.Nullable;

/** Every allowed change of status, from {@code workflow/task-transitions.csv}; what it does not list is refused. */
public final class TransitionTable {
    private static final String RESOURCE = "workflow/task-transitions.csv";
    private static final String HEADER = "from,to,actor,transition,guards";
    private static final String NONE = "(none)";

    private final List<Transition> transitions;

    private TransitionTable(List<Transition> transitions) {
        this.transitions = transitions;
    }

    /**
     * Reads the table from the class path.
     *
     * @throws IllegalStateException naming file and line, when the table is malformed
     */
    public static TransitionTable load() {
        return new TransitionTable(unique(CsvTable.load(RESOURCE, HEADER, TransitionTable::transition)));
    }

    static TransitionTable read(Reader source) throws IOException {
        return new TransitionTable(unique(CsvTable.read(RESOURCE, source, HEADER, TransitionTable::transition)));
    }

    /** All rows in the order of the file. */
    public List<Transition> all() {
        return transitions;
    }

    /** All rows from this status (null: the Task does not exist yet) to that one, whoever the actor. */
    public List<Transition> between(@Nullable TaskStatus from, @Nullable TaskStatus to) {
        return transitions.stream()
                .filter(row -> row.from() == from && row.to() == to)
                .toList();
    }

    /** What these actors may do from this status; for {@code $available-actions} and screens. */
    public List<Transition> from(@Nullable TaskStatus from, Set<Actor> actors) {
        return transitions.stream()
                .filter(row -> row.from() == from && actors.contains(row.actor()))
                .toList();
    }

    private static Transition transition(CsvTable.Row row) {
        TaskStatus from = row.cell(0).equals(NONE) ? null : row.word(0, "status", StateTable::status);
        TaskStatus to = row.word(1, "status", StateTable::status);
        Actor actor = row.word(2, "actor", Actor::ofCode);
        String id = row.cell(3);
        if (!id.matches("T\\d+")) {
            throw row.wrong("a transition id like T10 expected, not '" + id + "'");
        }
        if (from == to) {
            throw row.wrong("a transition changes the status; updates stand in their own table");
        }
        return new Transition(from, to, actor, id, Set.copyOf(row.words(4, "guard", Guard::ofCode)));
    }

    private static List<Transition> unique(List<Transition> rows) {
        Set<List<Object>> seen = new HashSet<>();
        for (Transition row : rows) {
            if (!seen.add(List.of(Objects.requireNonNullElse(row.from(), NONE), row.to(), row.actor()))) {
                throw new IllegalStateException(RESOURCE + ": two rows for " + row);
            }
        }
        return rows;
    }
}
