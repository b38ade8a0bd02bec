package nl.wally.workflow;

import java.io.IOException;
import java.io.Reader;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.wally.shared.CsvTable;
import org.hl7.fhir.exceptions.FHIRException;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.jspecify.annotations.Nullable;

/**
 * What a Task says beside its status, from {@code workflow/task-states.csv}: which businessStatus fits, which is the
 * default, and which statusReason is required (none listed: none allowed).
 */
public final class StateTable {
    private static final String RESOURCE = "workflow/task-states.csv";
    private static final String HEADER = "status,business status,default,default by reason,status reason";

    /**
     * One status.
     *
     * @param businessStatuses codes of {@code waw-business-status} that fit
     * @param defaultBusinessStatus what the server fills in
     * @param defaultByReason a better default for a statusReason
     * @param reasons codes of {@code waw-status-reason}, one of which is required; empty: statusReason is refused
     */
    public record State(
            TaskStatus status,
            Set<String> businessStatuses,
            String defaultBusinessStatus,
            Map<String, String> defaultByReason,
            Set<String> reasons) {}

    private final Map<TaskStatus, State> states;

    private StateTable(List<State> rows) {
        states = new EnumMap<>(TaskStatus.class);
        for (State row : rows) {
            if (states.put(row.status(), row) != null) {
                throw new IllegalStateException(RESOURCE + ": two rows for " + row.status());
            }
        }
    }

    /**
     * Reads the table from the class path.
     *
     * @throws IllegalStateException naming file and line, when the table is malformed
     */
    public static StateTable load() {
        return new StateTable(CsvTable.load(RESOURCE, HEADER, StateTable::state));
    }

    static StateTable read(Reader source) throws IOException {
        return new StateTable(CsvTable.read(RESOURCE, source, HEADER, StateTable::state));
    }

    /** The row for this status; empty for a status that a referral Task never has (draft, ready). */
    public Optional<State> of(@Nullable TaskStatus status) {
        return status == null ? Optional.empty() : Optional.ofNullable(states.get(status));
    }

    /** The statuses that a referral Task can have. */
    public Set<TaskStatus> statuses() {
        return Set.copyOf(states.keySet());
    }

    private static State state(CsvTable.Row row) {
        TaskStatus status = row.word(0, "status", StateTable::status);
        Set<String> business = Set.copyOf(row.words(1));
        Function<String, Optional<String>> fitting =
                word -> business.contains(word) ? Optional.of(word) : Optional.empty();
        Set<String> reasons = Set.copyOf(row.words(4));
        Map<String, String> byReason = row.words(3).stream()
                .map(pair -> pair.split("=", 2))
                .peek(pair -> {
                    if (pair.length != 2 || !reasons.contains(pair[0]) || !business.contains(pair[1])) {
                        throw row.wrong("reason=business status expected, both of this row");
                    }
                })
                .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
        return new State(status, business, row.word(2, "business status of this row", fitting), byReason, reasons);
    }

    /** The status of R4 with this code, if there is one. */
    static Optional<TaskStatus> status(String code) {
        try {
            return Optional.ofNullable(TaskStatus.fromCode(code));
        } catch (FHIRException e) {
            // Not a status of R4: the caller complains with the line.
            return Optional.empty();
        }
    }
}
