package nl.wally.workflow;

import static nl.wally.shared.Words.words;

import java.util.List;
import nl.wally.fhir.Change;
import nl.wally.fhir.Referral;
import nl.wally.fhir.Stage;
import nl.wally.fhir.Step;
import nl.wally.fhir.Submission;
import nl.wally.shared.Problem;
import nl.wally.shared.References;
import nl.wally.shared.RefusedException;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/**
 * Judges each change of a Task by its tables, fills it in, and brings along what follows from it. Tasks beside the referral
 * come first: whether the referral may end depends on how they stand then.
 */
@Component
class TaskStep implements Step {
    private final TaskChanging changing;
    private final TaskFactFinding finding;
    private final SubTaskTaking subTasks;
    private final CancellationShown shown;

    TaskStep(TaskChanging changing, TaskFactFinding finding, SubTaskTaking subTasks, CancellationShown shown) {
        this.changing = changing;
        this.finding = finding;
        this.subTasks = subTasks;
        this.shown = shown;
    }

    @Override
    public Stage stage() {
        return Stage.DECIDE;
    }

    @Override
    public void run(Submission submission) {
        List<Change> beside =
                submission.requested().stream().filter(TaskStep::isBeside).toList();
        requireAsked(submission, beside);
        for (Change change : beside) {
            Referral referral = ReferralFile.of(submission).orElseThrow(() -> ofNoReferral((Task) change.after()));
            subTasks.take(submission, referral, change);
        }
        for (Change change : submission.requested()) {
            if (change.before() instanceof Task before && !SubTask.isBeside(before)) {
                judge(submission, theOne(submission), before, (Task) change.after());
            }
        }
        if (!beside.isEmpty()) {
            shown.show(submission, theOne(submission));
        }
    }

    private static Referral theOne(Submission submission) {
        return ReferralFile.of(submission)
                .orElseThrow(() -> new RefusedException(
                        Problem.UNREADABLE, "Bundle", words("A transaction concerns one referral at a time")));
    }

    private static RefusedException ofNoReferral(Task task) {
        return new RefusedException(
                task.hasPartOf() ? Problem.REFERENCE_UNRESOLVED : Problem.PROFILE_VIOLATION,
                "Task.partOf",
                words("partOf names the Task of the one referral that this Task is about, without a version"));
    }

    private static boolean isBeside(Change change) {
        return change.before() instanceof Task before
                ? SubTask.isBeside(before)
                : change.before() == null && change.after() instanceof Task created && SubTask.isBeside(created);
    }

    /** No question without the Task that asks it. */
    private static void requireAsked(Submission submission, List<Change> beside) {
        boolean alone = submission.requested().stream()
                .filter(change -> change.before() == null && change.after() instanceof CommunicationRequest)
                .filter(change -> SubTask.isBeside(change.after()))
                .anyMatch(change -> beside.stream()
                                .filter(task -> task.before() == null)
                                .map(task -> References.key(((Task) task.after()).getFocus()))
                                .filter(change.reference()::equals)
                                .count()
                        != 1);
        if (alone) {
            throw SubTaskTaking.alone();
        }
    }

    private void judge(Submission submission, Referral referral, Task before, Task after) {
        changing.make(
                submission,
                referral,
                before,
                after,
                finding.facts(submission, referral, before, after),
                submission.caller());
    }
}
