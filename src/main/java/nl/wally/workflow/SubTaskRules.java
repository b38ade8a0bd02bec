package nl.wally.workflow;

import static nl.wally.shared.Words.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
import nl.wally.shared.Words;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.jspecify.annotations.Nullable;

/** Judges every change of a sub-Task by its table; what the table does not list is refused. */
final class SubTaskRules {
    private static final Set<String> IMMUTABLE = Set.of(
            "identifier",
            "intent",
            "code",
            "focus",
            "for",
            "requester",
            "authoredOn",
            "restriction",
            "partOf",
            "owner");
    private static final Set<TaskStatus> BEGUN = EnumSet.of(TaskStatus.INPROGRESS, TaskStatus.ONHOLD);

    /** What the client brings along; the others say that it cannot be done now. */
    private static final Set<SubTaskGuard> BROUGHT = EnumSet.of(SubTaskGuard.G_QUESTION, SubTaskGuard.G_ANSWER);

    private final SubTaskTable table;

    SubTaskRules(SubTaskTable table) {
        this.table = table;
    }

    /** The rules with the table of the class path. */
    public static SubTaskRules load() {
        return new SubTaskRules(SubTaskTable.load());
    }

    /**
     * Why this may not be stored; empty when it may.
     *
     * @param before the version stored; null when the sub-Task comes into being
     * @param after what the client wants, with what the server fills in
     */
    public List<Refusal> judge(SubTask kind, @Nullable Task before, Task after, SubTaskFacts facts) {
        TaskStatus from = before == null ? null : before.getStatus();
        if (before != null && from == after.getStatus()) {
            return judgeUpdate(kind, TaskDiff.between(before, after), facts);
        }
        List<SubTaskTransition> rows = table.between(kind, from, after.getStatus());
        Optional<SubTaskTransition> own = rows.stream()
                .filter(row -> facts.actors().contains(row.actor()))
                .min(Comparator.comparing(SubTaskTransition::actor));
        if (own.isEmpty()) {
            return List.of(refusedStep(kind, rows, from, after.getStatus()));
        }
        List<Refusal> refusals = new ArrayList<>();
        if (before == null) {
            refusals.addAll(SubTaskLinkRules.judge(kind, after, facts));
        } else {
            Set<String> may = own.get().guards().contains(SubTaskGuard.G_ANSWER)
                    ? Set.of("note", "statusReason", "output")
                    : Set.of("note", "statusReason");
            refusals.addAll(elements(TaskDiff.between(before, after), may));
        }
        if (refusals.isEmpty()) {
            own.get().guards().stream()
                    .sorted()
                    .flatMap(guard -> guard(guard, after, facts).stream())
                    .forEach(refusals::add);
        }
        return List.copyOf(refusals);
    }

    /** The steps that these actors may take now if they bring along what is {@link #missed}. */
    List<SubTaskTransition> possible(SubTask kind, @Nullable TaskStatus from, SubTaskFacts facts) {
        return table.from(kind, from, facts.actors()).stream()
                .filter(row -> row.guards().stream()
                        .filter(guard -> !BROUGHT.contains(guard))
                        .allMatch(guard -> guard(guard, new Task(), facts).isEmpty()))
                .toList();
    }

    /** What a step is refused for when it comes bare. */
    List<Refusal> missed(SubTaskTransition row, SubTaskFacts facts) {
        return row.guards().stream()
                .filter(BROUGHT::contains)
                .flatMap(guard -> guard(guard, new Task(), facts).stream())
                .toList();
    }

    /** Whoever may take a step from here may also remark on it; once no step is left, nothing changes any more. */
    private List<Refusal> judgeUpdate(SubTask kind, TaskDiff diff, SubTaskFacts facts) {
        if (diff.isEmpty()) {
            return List.of();
        }
        TaskStatus status = diff.before().getStatus();
        if (table.from(kind, status, EnumSet.allOf(Actor.class)).isEmpty()) {
            return List.of(new Refusal(
                    Problem.ELEMENT_NOT_ALLOWED, "Task", words("This Task has ended: nothing in it changes any more")));
        }
        if (table.from(kind, status, facts.actors()).isEmpty()) {
            return List.of(new Refusal(
                    Problem.FORBIDDEN, "Task", words("Only who may take a step of this Task may add a note to it")));
        }
        return elements(diff, Set.of("note"));
    }

    private static List<Refusal> elements(TaskDiff diff, Set<String> may) {
        List<Refusal> refusals = new ArrayList<>();
        for (String element : diff.changed()) {
            if (IMMUTABLE.contains(element)) {
                refusals.add(Refusal.of(Problem.ELEMENT_IMMUTABLE, "Task." + element));
            } else if (!may.contains(element)) {
                refusals.add(new Refusal(
                        Problem.ELEMENT_NOT_ALLOWED,
                        "Task." + element,
                        words(
                                "Of this Task only {0} may change with this",
                                String.join(", ", may.stream().sorted().toList()))));
            }
        }
        if (!diff.notesOnlyGrow()) {
            refusals.add(new Refusal(
                    Problem.ELEMENT_IMMUTABLE,
                    "Task.note",
                    words("Earlier entries stay as they are and come first; new ones are added at the end")));
        }
        return refusals;
    }

    private static Optional<Refusal> guard(SubTaskGuard guard, Task after, SubTaskFacts facts) {
        return switch (guard) {
            case G_OPEN ->
                refuseIf(
                        TaskCompletion.isTerminal(facts.referral().getStatus()),
                        Problem.TRANSITION_NOT_ALLOWED,
                        words("The referral has ended: there is nothing to ask any more"));
            case G_BEGUN -> begun(facts.referral().getStatus());
            case G_NOOPEN ->
                refuseIf(
                        facts.openCancellation(),
                        Problem.SUBTASK_OPEN,
                        words("A request to stop this referral is open already: wait for its answer, or cancel it"));
            case G_QUESTION ->
                refuseIf(
                        facts.question().isEmpty() || !facts.questionIsNew(),
                        Problem.REFERENCE_UNRESOLVED,
                        words("Send the question (a CommunicationRequest of category information-request) in the same"
                                + " transaction and let Task.focus refer to it"));
            case G_ANSWER -> AnswerRules.judge(after, facts);
        };
    }

    private static Optional<Refusal> begun(TaskStatus status) {
        if (BEGUN.contains(status)) {
            return Optional.empty();
        }
        return refuseIf(
                true,
                Problem.TRANSITION_NOT_ALLOWED,
                TaskCompletion.isTerminal(status)
                        ? words("The referral has ended already: there is nothing to stop")
                        : words(
                                "The work has not begun yet: cancel the referral Task itself, with status cancelled and a"
                                        + " statusReason"));
    }

    private static Refusal refusedStep(
            SubTask kind, List<SubTaskTransition> rows, @Nullable TaskStatus from, @Nullable TaskStatus to) {
        String before = from == null ? "-" : from.toCode();
        String after = to == null ? "-" : to.toCode();
        if (rows.isEmpty()) {
            return new Refusal(
                    Problem.TRANSITION_NOT_ALLOWED,
                    "Task.status",
                    words("Nobody may take a Task {0} from {1} to {2}", kind.code(), before, after));
        }
        String actors = rows.stream().map(row -> row.actor().code()).distinct().collect(Collectors.joining(", "));
        return new Refusal(
                Problem.FORBIDDEN,
                "Task.status",
                words("Only {0} may take a Task {1} from {2} to {3}", actors, kind.code(), before, after));
    }

    private static Optional<Refusal> refuseIf(boolean wrong, Problem problem, Words explanation) {
        return wrong ? Optional.of(new Refusal(problem, "Task", explanation)) : Optional.empty();
    }
}
