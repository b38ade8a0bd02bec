package nl.wally.workflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Type;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What somebody may write now while the status stays: for each element that the table of updates gives to the caller, the
 * values are put to the rules, and those that they allow are offered.
 */
@Component
@Order(2)
class UpdateActions implements ActionSource {
    private static final Map<String, String> CODES = new TreeMap<>(Map.of(
            "businessStatus",
            "progress",
            "note",
            "note",
            "output",
            "result",
            UpdateTable.OUTPUT_ADDENDUM,
            "addendum",
            "owner",
            "hand-over",
            TaskDiff.RECIPIENT,
            "team",
            "input",
            "input"));

    private final UpdateTable updates;
    private final StateTable states;
    private final TaskRules rules;
    private final TaskFactFinding finding;

    UpdateActions(UpdateTable updates, StateTable states, TaskRules rules, TaskFactFinding finding) {
        this.updates = updates;
        this.states = states;
        this.rules = rules;
        this.finding = finding;
    }

    @Override
    public List<Action> of(Situation situation) {
        Map<String, Action> actions = new LinkedHashMap<>();
        for (Actor actor : situation.actors()) {
            Set<String> elements = updates.elementsFor(situation.task().getStatus(), actor);
            CODES.forEach((element, code) -> {
                if (elements.contains(element)) {
                    update(element, code, actor, situation).ifPresent(action -> actions.putIfAbsent(code, action));
                }
            });
        }
        return List.copyOf(actions.values());
    }

    private Optional<Action> update(String element, String code, Actor actor, Situation situation) {
        Map<Task, Optional<Type>> trials = trials(element, situation);
        List<Type> options = new ArrayList<>();
        boolean possible = false;
        for (Map.Entry<Task, Optional<Type>> trial : trials.entrySet()) {
            var facts = finding.facts(situation.asked(), situation.referral(), situation.task(), trial.getKey());
            boolean changes =
                    !TaskDiff.between(situation.task(), trial.getKey()).isEmpty();
            if (changes && rules.judge(situation.task(), trial.getKey(), facts) instanceof Verdict.Allowed) {
                possible = true;
                trial.getValue().ifPresent(options::add);
            }
        }
        return possible
                ? Optional.of(new Action(code, actor, Optional.empty(), "Task." + element, options, List.of()))
                : Optional.empty();
    }

    /** The Task as it would be with each value that makes sense, and the value where there is a choice. */
    private Map<Task, Optional<Type>> trials(String element, Situation situation) {
        Task task = situation.task();
        return switch (element) {
            case "businessStatus" -> progress(task);
            case "owner" -> owners(situation);
            case TaskDiff.RECIPIENT -> recipients(situation);
            case "note" -> {
                Task noted = task.copy();
                noted.addNote().setText("?");
                yield Map.of(noted, Optional.empty());
            }
            case "input" -> {
                Task told = task.copy();
                told.addInput().setType(Codes.concept(Canonicals.SYSTEM_TASK_INPUT, "message"));
                yield Map.of(told, Optional.empty());
            }
            default -> {
                Task added = task.copy();
                added.addOutput()
                        .setType(Codes.concept(Canonicals.SYSTEM_TASK_OUTPUT, "addendum"))
                        .setValue(new StringType("?"));
                yield Map.of(added, Optional.empty());
            }
        };
    }

    private Map<Task, Optional<Type>> progress(Task task) {
        Map<Task, Optional<Type>> trials = new LinkedHashMap<>();
        states.of(task.getStatus()).stream()
                .flatMap(state -> state.businessStatuses().stream().sorted())
                .filter(code -> !Codes.has(task.getBusinessStatus(), Canonicals.SYSTEM_BUSINESS_STATUS, code))
                .forEach(code -> trials.put(
                        task.copy().setBusinessStatus(Codes.concept(Canonicals.SYSTEM_BUSINESS_STATUS, code)),
                        Optional.of(new Coding(Canonicals.SYSTEM_BUSINESS_STATUS, code, null))));
        return trials;
    }

    private Map<Task, Optional<Type>> owners(Situation situation) {
        Map<Task, Optional<Type>> trials = new LinkedHashMap<>();
        Task task = situation.task();
        members(situation)
                .filter(member -> !member.equals(References.key(task.getOwner())))
                .forEach(member ->
                        trials.put(task.copy().setOwner(new Reference(member)), Optional.of(new Reference(member))));
        return trials;
    }

    /** Whoever may be named as recipient; with those who are named already nothing would change. */
    private Map<Task, Optional<Type>> recipients(Situation situation) {
        Map<Task, Optional<Type>> trials = new LinkedHashMap<>();
        members(situation).forEach(member -> {
            Task named = situation.task().copy();
            named.getRestriction().setRecipient(List.of(new Reference(member)));
            trials.put(named, Optional.of(new Reference(member)));
        });
        return trials;
    }

    private Stream<String> members(Situation situation) {
        Set<String> members = new LinkedHashSet<>();
        situation.task().getRestriction().getRecipient().forEach(member -> members.add(References.key(member)));
        members.addAll(finding.members(situation.asked()));
        return members.stream();
    }
}
