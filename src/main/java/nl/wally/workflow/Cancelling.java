package nl.wally.workflow;

import nl.wally.conformance.Canonicals;
import nl.wally.fhir.Referral;
import nl.wally.fhir.Submission;
import nl.wally.shared.Codes;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.springframework.stereotype.Component;

/** Cancels a referral because of something else that the caller sends, by the same tables and with the same consequences. */
@Component
public class Cancelling {
    private final TaskRules rules;
    private final TaskCompletion completion;
    private final TaskFactFinding finding;
    private final Consequences consequences;
    private final ReferralFile file;

    Cancelling(
            TaskRules rules,
            TaskCompletion completion,
            TaskFactFinding finding,
            Consequences consequences,
            ReferralFile file) {
        this.rules = rules;
        this.completion = completion;
        this.finding = finding;
        this.consequences = consequences;
        this.file = file;
    }

    /**
     * Cancels a referral that the submission has locked, if its caller may.
     *
     * @param reason a code of {@code waw-status-reason}
     * @return false when the tables do not allow it; then nothing is done
     */
    public boolean cancel(Submission submission, Referral referral, String reason) {
        Task before = file.part(submission, referral, Task.class).orElseThrow();
        Task after = before.copy()
                .setStatus(TaskStatus.CANCELLED)
                .setStatusReason(Codes.concept(Canonicals.SYSTEM_STATUS_REASON, reason));
        TaskFacts facts = finding.facts(submission, referral, before, after);
        if (rules.judge(before, after, facts) instanceof Verdict.Allowed allowed) {
            Task completed = completion.complete(before, after, allowed, facts);
            submission.update(before, completed);
            consequences.of(submission, referral, before, completed, allowed);
            return true;
        }
        return false;
    }
}
