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
import nl.wally.workflow.StateTable.State;
import nl.wally.workflow.Verdict.Allowed;
import nl.wally.workflow.Verdict.Refused;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.jspecify.annotations.Nullable;

/**
 * Judges every change of a referral Task by the tables and their guards. Knows no status and no actor by name: what the
 * tables do not list is refused.
 */
final class TaskRules {
    private final TransitionTable transitions;
    private final StateTable states;
    private final ElementRules elements;

    /**
     * Joins the tables.
     *
     * @throws IllegalStateException when they contradict each other
     */
    public TaskRules(TransitionTable transitions, UpdateTable updates, StateTable states) {
        this.transitions = transitions;
        this.states = states;
        this.elements = new ElementRules(updates);
        transitions.all().forEach(this::agreeOnReasons);
    }

    /** The rules with the tables of the class path. */
    public static TaskRules load() {
        return new TaskRules(TransitionTable.load(), UpdateTable.load(), StateTable.load());
    }

    /**
     * Judges a change.
     *
     * @param before the version stored; null when the Task comes into being
     * @param after what the client wants, whether or not {@link TaskCompletion} went over it
     */
    public Verdict judge(@Nullable Task before, Task after, TaskFacts facts) {
        TaskStatus from = before == null ? null : before.getStatus();
        if (before != null && from == after.getStatus()) {
            return judgeUpdate(TaskDiff.between(before, after), facts);
        }
        List<Transition> rows = transitions.between(from, after.getStatus());
        List<Transition> own = rows.stream()
                .filter(row -> facts.actors().contains(row.actor()))
                .sorted(Comparator.comparing(Transition::actor))
                .toList();
        if (own.isEmpty()) {
            return refusedStep(rows, from, after.getStatus());
        }
        List<Verdict> verdicts =
                own.stream().map(row -> judgeStep(row, before, after, facts)).toList();
        // One allowed row is enough for a caller who is several actors at once.
        return verdicts.stream().filter(Allowed.class::isInstance).findFirst().orElse(verdicts.get(0));
    }

    private Verdict judgeUpdate(TaskDiff diff, TaskFacts facts) {
        List<Refusal> refusals = new ArrayList<>(elements.judge(diff, facts, ElementRules.Step.NONE));
        if (diff.has("businessStatus")) {
            states.of(diff.after().getStatus())
                    .flatMap(state -> StateRules.businessStatus(diff.after(), state))
                    .ifPresent(refusals::add);
        }
        return refusals.isEmpty()
                ? new Allowed(Optional.empty(), diff.ownerMoved() ? EnumSet.of(Guard.G_SUB) : Set.of())
                : new Refused(List.copyOf(refusals));
    }

    private Verdict judgeStep(Transition row, @Nullable Task before, Task after, TaskFacts facts) {
        Task old = before == null ? new Task() : before;
        List<Refusal> refusals = new ArrayList<>();
        TaskDiff diff = TaskDiff.between(old, after);
        if (before != null) {
            refusals.addAll(elements.judge(diff, facts, new ElementRules.Step(row)));
        }
        states.of(row.to()).ifPresent(state -> refusals.addAll(besideStatus(diff, state)));
        row.guards().stream()
                .sorted()
                .flatMap(guard -> judgeGuard(guard, after, facts).stream())
                .forEach(refusals::add);
        return refusals.isEmpty()
                ? new Allowed(Optional.of(row), consequences(row, before == null, diff))
                : new Refused(List.copyOf(refusals));
    }

    private static List<Refusal> besideStatus(TaskDiff diff, State state) {
        List<Refusal> refusals = new ArrayList<>();
        StateRules.statusReason(diff.after(), state, diff.has("statusReason")).ifPresent(refusals::add);
        if (diff.has("businessStatus")) {
            StateRules.businessStatus(diff.after(), state).ifPresent(refusals::add);
        }
        return refusals;
    }

    private static Optional<Refusal> judgeGuard(Guard guard, Task after, TaskFacts facts) {
        return switch (guard) {
            case G_RESUME -> StateRules.resumeDate(after);
            case G_FEEDBACK -> FeedbackRules.finalFeedback(after, facts);
            case G_OUTCOME -> FeedbackRules.outcome(after);
            case G_NOOPEN ->
                facts.openCancellation()
                        ? Optional.of(Refusal.of(Problem.SUBTASK_OPEN, "Task.status"))
                        : Optional.empty();
            case G_ABORT ->
                facts.acceptedCancellation() || facts.consentWithdrawn()
                        ? Optional.empty()
                        : Optional.of(Refusal.of(Problem.CANCELLATION_NOT_ACCEPTED, "Task.status"));
            // G-REASON stands beside the status, G-SUB beside the owner; the others are not judged on the Task.
            default -> Optional.empty();
        };
    }

    private static Set<Guard> consequences(Transition row, boolean created, TaskDiff diff) {
        Set<Guard> left = row.guards().stream()
                .filter(guard -> !guard.judgedHere())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Guard.class)));
        if (!created && (row.actor() == Actor.STAND_IN || diff.ownerMoved())) {
            left.add(Guard.G_SUB);
        }
        return left;
    }

    private static Refused refusedStep(List<Transition> rows, @Nullable TaskStatus from, @Nullable TaskStatus to) {
        String before = from == null ? "-" : from.toCode();
        String after = to == null ? "-" : to.toCode();
        if (rows.isEmpty()) {
            return new Refused(List.of(new Refusal(
                    Problem.TRANSITION_NOT_ALLOWED,
                    "Task.status",
                    words("Nobody may take a referral Task from {0} to {1}", before, after))));
        }
        String actors = rows.stream().map(row -> row.actor().code()).distinct().collect(Collectors.joining(", "));
        return new Refused(List.of(new Refusal(
                Problem.FORBIDDEN,
                "Task.status",
                words("Only {0} may take a referral Task from {1} to {2}", actors, before, after))));
    }

    private void agreeOnReasons(Transition row) {
        State state = states.of(row.to())
                .orElseThrow(() -> new IllegalStateException("No state " + row.to() + " for transition " + row.id()));
        if (state.reasons().isEmpty() == row.guards().contains(Guard.G_REASON)) {
            throw new IllegalStateException("Transition " + row.id() + " and state "
                    + row.to().toCode() + " do not agree whether a statusReason is needed");
        }
    }
}
