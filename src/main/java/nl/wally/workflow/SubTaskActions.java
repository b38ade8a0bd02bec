package nl.wally.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.wally.shared.References;
import nl.wally.shared.Refusal;
import nl.wally.workflow.Action.Need;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What may be asked beside a referral now, and the steps of a sub-Task itself, by the table of sub-Tasks. */
@Component
@Order(4)
class SubTaskActions implements ActionSource {
    private final SubTaskRules rules;
    private final ReferralFile file;

    SubTaskActions(SubTaskRules rules, ReferralFile file) {
        this.rules = rules;
        this.file = file;
    }

    @Override
    public boolean concerns(Task task) {
        return true;
    }

    @Override
    public List<Action> of(Situation situation) {
        SubTaskFacts facts = facts(situation);
        Optional<SubTask> kind = SubTask.of(situation.task());
        if (kind.isEmpty()) {
            return Arrays.stream(SubTask.values())
                    .flatMap(beside -> rules.possible(beside, null, facts).stream())
                    .map(row -> asked(row, facts))
                    .toList();
        }
        TaskStatus status = situation.task().getStatus();
        List<Action> actions = new ArrayList<>();
        for (SubTaskTransition row : rules.possible(kind.get(), status, facts)) {
            actions.add(new Action(
                    row.id(), row.actor(), Optional.of(row.to()), "Task.status", List.of(), needs(row, facts)));
        }
        if (!actions.isEmpty()) {
            Actor as = actions.get(0).as();
            actions.add(new Action("note", as, Optional.empty(), "Task.note", List.of(), List.of()));
        }
        return actions;
    }

    private Action asked(SubTaskTransition row, SubTaskFacts facts) {
        Coding code = new Coding(row.kind().system(), row.kind().code(), null);
        return new Action(row.id(), row.actor(), Optional.empty(), "Task.code", List.of(code), needs(row, facts));
    }

    private List<Need> needs(SubTaskTransition row, SubTaskFacts facts) {
        List<Refusal> missed = rules.missed(row, facts);
        return missed.stream()
                .map(refusal -> new Need(refusal.problem(), refusal.expression(), List.of(), refusal.explanation()))
                .toList();
    }

    private SubTaskFacts facts(Situation situation) {
        var asked = situation.asked();
        Task main = file.part(asked, situation.referral(), Task.class).orElseThrow();
        boolean open = SubTask.CANCELLATION.isAmong(
                file.subTasks(asked, situation.referral()).stream()
                        .filter(task -> !References.key(task).equals(References.key(situation.task())))
                        .toList(),
                TaskStatus.REQUESTED);
        return new SubTaskFacts(
                situation.actors(),
                main,
                asked.caller().agent(),
                Set.of(),
                Optional.empty(),
                false,
                List.of(),
                open,
                asked.now());
    }
}
