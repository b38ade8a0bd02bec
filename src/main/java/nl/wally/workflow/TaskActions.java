package nl.wally.workflow;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
import nl.wally.workflow.Action.Need;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The changes of status that somebody may make now: each row of the table is put to the rules as a bare step. What they
 * miss in it is what the step needs; a step that they refuse for anything else is not available.
 */
@Component
@Order(1)
class TaskActions implements ActionSource {
    /** What the caller can bring along; every other refusal says that it cannot be done now. */
    private static final Set<Problem> TO_BE_BROUGHT = EnumSet.of(
            Problem.STATUS_REASON, Problem.RESUME_DATE_MISSING, Problem.FEEDBACK_MISSING, Problem.OUTCOME_MISSING);

    private final TransitionTable transitions;
    private final StateTable states;
    private final TaskRules rules;
    private final TaskFactFinding finding;

    TaskActions(TransitionTable transitions, StateTable states, TaskRules rules, TaskFactFinding finding) {
        this.transitions = transitions;
        this.states = states;
        this.rules = rules;
        this.finding = finding;
    }

    @Override
    public List<Action> of(Situation situation) {
        List<Transition> rows = transitions.from(situation.task().getStatus(), situation.actors());
        return rows.stream()
                .filter(row -> rows.stream()
                        .filter(other -> other.to() == row.to())
                        .findFirst()
                        .equals(Optional.of(row)))
                .flatMap(row -> step(row, situation).stream())
                .toList();
    }

    private Optional<Action> step(Transition row, Situation situation) {
        Task after = situation.task().copy().setStatus(row.to());
        var facts = finding.facts(situation.asked(), situation.referral(), situation.task(), after);
        List<Refusal> missed = rules.judge(situation.task(), after, facts) instanceof Verdict.Refused refused
                ? refused.refusals()
                : List.of();
        if (!missed.stream().map(Refusal::problem).allMatch(TO_BE_BROUGHT::contains)) {
            return Optional.empty();
        }
        List<Need> needs = missed.stream()
                .map(refusal -> new Need(
                        refusal.problem(), refusal.expression(), options(refusal, row.to()), refusal.explanation()))
                .toList();
        return Optional.of(new Action(row.id(), row.actor(), Optional.of(row.to()), "Task.status", List.of(), needs));
    }

    private List<Coding> options(Refusal missed, TaskStatus to) {
        return missed.problem() == Problem.STATUS_REASON
                ? states.of(to).stream()
                        .flatMap(state -> state.reasons().stream().sorted())
                        .map(reason -> new Coding(Canonicals.SYSTEM_STATUS_REASON, reason, null))
                        .toList()
                : Stream.<Coding>empty().toList();
    }
}
