package nl.wally.workflow;

import java.util.List;
import nl.wally.fhir.Referral;
import nl.wally.fhir.Submission;
import nl.wally.shared.Caller;
import nl.wally.shared.Refusal;
import nl.wally.shared.RefusedException;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/**
 * The one way in which the Task of a referral changes, whoever changes it: judged by the tables, filled in, and with what
 * follows from it.
 */
@Component
class TaskChanging {
    private final TaskRules rules;
    private final TaskCompletion completion;
    private final Consequences consequences;

    TaskChanging(TaskRules rules, TaskCompletion completion, Consequences consequences) {
        this.rules = rules;
        this.completion = completion;
        this.consequences = consequences;
    }

    /**
     * Changes it if the tables allow that.
     *
     * @param before as it is, or as the submission has left it so far
     * @param by who does it: the caller of the submission, or the server itself
     * @return why it may not be; then nothing is done. Empty when it is done
     */
    List<Refusal> attempt(
            Submission submission, Referral referral, Task before, Task after, TaskFacts facts, Caller by) {
        Verdict verdict = rules.judge(before, after, facts);
        if (verdict instanceof Verdict.Refused refused) {
            return refused.refusals();
        }
        Verdict.Allowed allowed = (Verdict.Allowed) verdict;
        Task completed = completion.complete(before, after, allowed, facts);
        submission.update(before, completed, referral);
        consequences.of(submission, referral, before, completed, allowed, by);
        return List.of();
    }

    /**
     * Changes it.
     *
     * @throws RefusedException when the tables do not allow it
     */
    void make(Submission submission, Referral referral, Task before, Task after, TaskFacts facts, Caller by) {
        List<Refusal> refusals = attempt(submission, referral, before, after, facts, by);
        if (!refusals.isEmpty()) {
            throw new RefusedException(refusals);
        }
    }
}
