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

/** Every allowed step of a sub-Task, from {@code workflow/subtask-transitions.csv}; what it does not list is refused. */
final class SubTaskTable {
    private static final String RESOURCE = "workflow/subtask-transitions.csv";
    private static final String HEADER = "code,from,to,actor,transition,guards";
    private static final String NONE = "(none)";

    private final List<SubTaskTransition> transitions;

    private SubTaskTable(List<SubTaskTransition> transitions) {
        this.transitions = transitions;
    }

    /**
     * Reads the table from the class path.
     *
     * @throws IllegalStateException naming file and line, when the table is malformed
     */
    static SubTaskTable load() {
        return new SubTaskTable(unique(CsvTable.load(RESOURCE, HEADER, SubTaskTable::transition)));
    }

    static SubTaskTable read(Reader source) throws IOException {
        return new SubTaskTable(unique(CsvTable.read(RESOURCE, source, HEADER, SubTaskTable::transition)));
    }

    /** All rows in the order of the file. */
    List<SubTaskTransition> all() {
        return transitions;
    }

    /** All rows from this status (null: it does not exist yet) to that one, whoever the actor. */
    List<SubTaskTransition> between(SubTask kind, @Nullable TaskStatus from, @Nullable TaskStatus to) {
        return transitions.stream()
                .filter(row -> row.kind() == kind && row.from() == from && row.to() == to)
                .toList();
    }

    /** What these actors may do from this status (null: it does not exist yet). */
    List<SubTaskTransition> from(SubTask kind, @Nullable TaskStatus from, Set<Actor> actors) {
        return transitions.stream()
                .filter(row -> row.kind() == kind && row.from() == from && actors.contains(row.actor()))
                .toList();
    }

    private static SubTaskTransition transition(CsvTable.Row row) {
        SubTask kind = row.word(0, "code", SubTask::ofCode);
        TaskStatus from = row.cell(1).equals(NONE) ? null : row.word(1, "status", StateTable::status);
        TaskStatus to = row.word(2, "status", StateTable::status);
        Actor actor = row.word(3, "actor", Actor::ofCode);
        if (!row.cell(4).matches("[A-Z]\\d+")) {
            throw row.wrong("a transition id like A02 expected, not '" + row.cell(4) + "'");
        }
        if (from == to) {
            throw row.wrong("a transition changes the status");
        }
        Set<SubTaskGuard> guards = Set.copyOf(row.words(5, "guard", SubTaskGuard::ofCode));
        return new SubTaskTransition(kind, from, to, actor, row.cell(4), guards);
    }

    private static List<SubTaskTransition> unique(List<SubTaskTransition> rows) {
        Set<List<Object>> seen = new HashSet<>();
        for (SubTaskTransition row : rows) {
            if (!seen.add(List.of(row.kind(), Objects.requireNonNullElse(row.from(), NONE), row.to(), row.actor()))) {
                throw new IllegalStateException(RESOURCE + ": two rows for " + row);
            }
        }
        return rows;
    }
}
