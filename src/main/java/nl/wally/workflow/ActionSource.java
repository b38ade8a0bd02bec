package nl.wally.workflow;

import java.util.List;
import java.util.Set;
import nl.wally.fhir.Referral;
import nl.wally.fhir.Submission;
import org.hl7.fhir.r4.model.Task;

/** Knows some of what people may do with a Task; it asks the same rules that judge the deed. */
public interface ActionSource {
    /** Whether it knows anything of this Task; as a rule of the Task of a referral, not of those beside it. */
    default boolean concerns(Task task) {
        return !SubTask.isBeside(task);
    }

    /** What may be done now, in a fixed order. */
    List<Action> of(Situation situation);

    /**
     * Who asks about which Task.
     *
     * @param asked a submission without changes: who asks, and when
     * @param actors who that is on the Task of the referral
     */
    record Situation(Submission asked, Referral referral, Task task, Set<Actor> actors) {}
}
