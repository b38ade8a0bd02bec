package nl.wally.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.wally.workflow.Verdict.Allowed;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;

/** Whatever a Wally tries, in whatever order: no referral ends without feedback to the GP (W-6). */
class RandomWalkTest {
    private static final List<Actor> SOCIAL = List.of(Actor.OWNER, Actor.STAND_IN);

    private final TaskRules rules = TaskRules.load();
    private final TaskCompletion completion = new TaskCompletion(Tasks.STATES);
    private final Random random = new Random(20180301);

    @Test
    void everyPathThatAWallyEndsLeavesTheGpWithFeedback() {
        Map<TaskStatus, Integer> ends = new EnumMap<>(TaskStatus.class);
        for (int walk = 0; walk < 500; walk++) {
            Task end = walk();
            ends.merge(end.getStatus(), 1, Integer::sum);
            assertThat(end.getOutput())
                    .as("end in " + end.getStatus())
                    .anyMatch(output -> output.getValue() instanceof Reference feedback
                            && feedback.getReference().equals("Communication/thea"));
        }
        assertThat(ends.keySet())
                .contains(TaskStatus.COMPLETED, TaskStatus.REJECTED, TaskStatus.FAILED, TaskStatus.CANCELLED);
    }

    private Task walk() {
        Task task = Tasks.in(TaskStatus.REQUESTED);
        for (int step = 0; step < 1000; step++) {
            Task wanted = attempt(task);
            TaskFacts facts = Tasks.facts(SOCIAL.get(random.nextInt(2)));
            if (rules.judge(task, wanted, facts) instanceof Allowed allowed) {
                task = completion.complete(task, wanted, allowed, facts);
                if (TaskCompletion.isTerminal(task.getStatus())) {
                    return task;
                }
            }
        }
        throw new AssertionError("A walk that never ends");
    }

    private Task attempt(Task task) {
        List<TaskStatus> statuses = Tasks.STATES.statuses().stream().sorted().toList();
        TaskStatus status = statuses.get(random.nextInt(statuses.size()));
        Task wanted = random.nextInt(4) == 0 ? task.copy().setStatus(status) : Tasks.to(task, status);
        if (random.nextInt(4) == 0) {
            Tasks.withFeedback(wanted);
        } else if (random.nextInt(4) == 0) {
            Tasks.addOutput(wanted, "feedback", new Reference("Communication/unknown"));
        }
        return wanted;
    }
}
