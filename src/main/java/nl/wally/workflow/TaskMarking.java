package nl.wally.workflow;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import nl.wally.fhir.Referral;
import nl.wally.fhir.Submission;
import nl.wally.shared.Caller;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/** Lets the server itself write into an open Task, as {@link Actor#SYSTEM} and by the tables like anybody. */
@Component
public class TaskMarking {
    private final TaskChanging changing;

    TaskMarking(TaskChanging changing) {
        this.changing = changing;
    }

    /**
     * Stores the Task as the server wants it, unless it is so already. What stands beside a referral has no table of
     * updates: in there the server only marks what nobody else may write.
     *
     * @param before as it is, or as the submission has left it so far
     */
    public void write(Submission submission, Referral referral, Task before, Task after) {
        if (TaskDiff.between(before, after).isEmpty()) {
            return;
        }
        if (SubTask.isBeside(before)) {
            after.setLastModifiedElement(TaskCompletion.lastModified(after, submission.now()));
            submission.update(before, after, referral);
            return;
        }
        Set<String> members = new HashSet<>(after.getRestriction().getRecipient().stream()
                .map(References::key)
                .toList());
        TaskFacts facts = TaskFacts.of(EnumSet.of(Actor.SYSTEM), Optional.empty(), submission.now())
                .withTeam(members);
        changing.make(submission, referral, before, after, facts, Caller.SYSTEM);
    }
}
