package nl.wally.workflow;

import java.io.IOException;
import java.io.Reader;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.wally.shared.CsvTable;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/**
 * What may be written while the status stays, from {@code workflow/task-updates.csv}; what it does not list is refused.
 */
public final class UpdateTable {
    /** Outputs may only be added, and only of type addendum. */
    public static final String OUTPUT_ADDENDUM = "output[addendum]";

    private static final String RESOURCE = "workflow/task-updates.csv";
    private static final String HEADER = "statuses,actor,may change,guards";
    private static final Set<String> ELEMENTS = Set.of(
            "businessStatus",
            "note",
            "output",
            OUTPUT_ADDENDUM,
            "owner",
            "restriction.recipient",
            "input",
            "extension");

    /**
     * One row: in these statuses these actors may change these elements.
     *
     * @param elements paths below Task; {@code output[addendum]} means adding outputs of that type
     */
    public record Update(Set<TaskStatus> statuses, Set<Actor> actors, Set<String> elements, Set<Guard> guards) {}

    private final List<Update> updates;

    private UpdateTable(List<Update> updates) {
        this.updates = updates;
    }

    /**
     * Reads the table from the class path.
     *
     * @throws IllegalStateException naming file and line, when the table is malformed
     */
    public static UpdateTable load() {
        return new UpdateTable(CsvTable.load(RESOURCE, HEADER, UpdateTable::update));
    }

    static UpdateTable read(Reader source) throws IOException {
        return new UpdateTable(CsvTable.read(RESOURCE, source, HEADER, UpdateTable::update));
    }

    /** All rows in the order of the file. */
    public List<Update> all() {
        return updates;
    }

    /** Who may change this element in this status. */
    public Set<Actor> actorsFor(TaskStatus status, String element) {
        return updates.stream()
                .filter(row -> row.statuses().contains(status) && row.elements().contains(element))
                .flatMap(row -> row.actors().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Actor.class)));
    }

    /** The elements that this actor may change in this status. */
    public Set<String> elementsFor(TaskStatus status, Actor actor) {
        return updates.stream()
                .filter(row -> row.statuses().contains(status) && row.actors().contains(actor))
                .flatMap(row -> row.elements().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Update update(CsvTable.Row row) {
        List<TaskStatus> statuses = row.words(0, "status", StateTable::status);
        List<Actor> actors = row.words(1, "actor", Actor::ofCode);
        List<String> elements = row.words(2, "element", UpdateTable::element);
        if (statuses.isEmpty() || actors.isEmpty() || elements.isEmpty()) {
            throw row.wrong("statuses, actors and elements must not be empty");
        }
        return new Update(
                Set.copyOf(statuses),
                Set.copyOf(actors),
                Set.copyOf(elements),
                Set.copyOf(row.words(3, "guard", Guard::ofCode)));
    }

    private static Optional<String> element(String word) {
        return ELEMENTS.contains(word) ? Optional.of(word) : Optional.empty();
    }
}
