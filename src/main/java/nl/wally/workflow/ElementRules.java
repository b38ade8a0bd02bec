package nl.wally.workflow;

import static nl.wally.shared.Words.words;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Problem;
import nl.wally.shared.References;
import nl.wally.shared.Refusal;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.jspecify.annotations.Nullable;

/** Which elements a change may touch: G-FIELDS, the table of updates and G-SUB. */
final class ElementRules {
    private static final Set<String> IMMUTABLE =
            Set.of("identifier", "intent", "code", "focus", "for", "requester", "authoredOn", "restriction", "partOf");
    private static final Set<Actor> REASSIGNING = EnumSet.of(Actor.COORDINATOR, Actor.SYSTEM);

    private final UpdateTable updates;

    ElementRules(UpdateTable updates) {
        this.updates = updates;
    }

    /** The change of status that the elements come with, if there is one. */
    record Step(@Nullable Transition row) {
        static final Step NONE = new Step(null);

        boolean by(Actor actor) {
            return row != null && row.actor() == actor;
        }
    }

    /** Every reason why these elements may not change like that; empty when they may. */
    List<Refusal> judge(TaskDiff diff, TaskFacts facts, Step step) {
        List<Refusal> refusals = new ArrayList<>();
        for (String element : diff.changed()) {
            refusal(element, diff, facts, step).ifPresent(refusals::add);
        }
        if (!diff.notesOnlyGrow()) {
            refusals.add(onlyGrows("Task.note"));
        }
        if (!diff.outputsOnlyGrow()) {
            refusals.add(onlyGrows("Task.output"));
        }
        if (!diff.inputsOnlyGrow()) {
            refusals.add(onlyGrows("Task.input"));
        }
        return refusals;
    }

    private Optional<Refusal> refusal(String element, TaskDiff diff, TaskFacts facts, Step step) {
        if (IMMUTABLE.contains(element)) {
            return Optional.of(Refusal.of(Problem.ELEMENT_IMMUTABLE, "Task." + element));
        }
        Optional<Refusal> unlisted =
                partOfStep(element, diff, facts, step) ? Optional.empty() : listed(element, diff, facts);
        return unlisted.or(() -> withinTeam(element, diff, facts, step)
                ? Optional.empty()
                : Optional.of(Refusal.of(Problem.OWNER_OUTSIDE_TEAM, "Task." + element)));
    }

    /** G-SUB. */
    private static boolean withinTeam(String element, TaskDiff diff, TaskFacts facts, Step step) {
        if (element.equals(TaskDiff.RECIPIENT)) {
            return members(diff, facts).containsAll(recipients(diff.after()));
        }
        return !element.equals("owner") || !diff.ownerMoved() || ownerMayMove(diff, facts, step);
    }

    /** What a change of status brings with it, whoever may take the step. */
    private static boolean partOfStep(String element, TaskDiff diff, TaskFacts facts, Step step) {
        Transition row = step.row();
        if (row == null) {
            return element.equals("businessStatus") && handsOver(diff);
        }
        return switch (element) {
            case "businessStatus", "statusReason" -> true;
            case TaskDiff.RESUME_DATE -> row.guards().contains(Guard.G_RESUME) || droppedResumeDate(diff);
            case "executionPeriod" -> periodAsTheServerFillsIt(diff, row, facts);
            case "owner" ->
                row.actor() == Actor.STAND_IN && isCaller(diff.after().getOwner(), facts);
            default -> false;
        };
    }

    private Optional<Refusal> listed(String element, TaskDiff diff, TaskFacts facts) {
        TaskStatus status = diff.before().getStatus();
        String name = element.equals(TaskDiff.RESUME_DATE) ? "extension" : element;
        Set<Actor> may = EnumSet.noneOf(Actor.class);
        may.addAll(updates.actorsFor(status, name));
        if (name.equals("output") && diff.onlyAddendaAdded()) {
            may.addAll(updates.actorsFor(status, UpdateTable.OUTPUT_ADDENDUM));
        }
        if (!Collections.disjoint(may, facts.actors())) {
            return Optional.empty();
        }
        // What only the server writes is not somebody else's to write.
        may.remove(Actor.SYSTEM);
        Problem problem = may.isEmpty() ? Problem.ELEMENT_NOT_ALLOWED : Problem.FORBIDDEN;
        return Optional.of(new Refusal(
                problem,
                "Task." + element,
                words(
                        "In status {0} this caller may not change this element of the Task",
                        String.valueOf(status.toCode()))));
    }

    private static boolean handsOver(TaskDiff diff) {
        return diff.ownerMoved() && TaskCompletion.isHandedOver(diff.after());
    }

    private static boolean ownerMayMove(TaskDiff diff, TaskFacts facts, Step step) {
        Reference owner = diff.after().getOwner();
        if (step.by(Actor.STAND_IN)) {
            return isCaller(owner, facts);
        }
        return members(diff, facts).contains(References.key(owner));
    }

    /** Who may own: those named on the Task; for who reassigns also the team as it is now. */
    private static Set<String> members(TaskDiff diff, TaskFacts facts) {
        Set<String> members = new HashSet<>(recipients(diff.before()));
        if (!Collections.disjoint(facts.actors(), REASSIGNING)) {
            members.addAll(facts.teamMembers());
        }
        return members;
    }

    private static List<String> recipients(Task task) {
        return task.getRestriction().getRecipient().stream()
                .map(References::key)
                .toList();
    }

    private static boolean isCaller(Reference owner, TaskFacts facts) {
        return facts.callerRole().filter(References.key(owner)::equals).isPresent();
    }

    private static boolean droppedResumeDate(TaskDiff diff) {
        return !diff.after().hasExtension(Canonicals.EXTENSION_RESUME_DATE);
    }

    private static boolean periodAsTheServerFillsIt(TaskDiff diff, Transition row, TaskFacts facts) {
        Period filled = TaskCompletion.executionPeriod(diff.before(), row.to(), facts.now());
        return filled != null && filled.equalsDeep(diff.after().getExecutionPeriod());
    }

    private static Refusal onlyGrows(String path) {
        return new Refusal(
                Problem.ELEMENT_IMMUTABLE,
                path,
                words("Earlier entries stay as they are and come first; new ones are added at the end"));
    }
}
