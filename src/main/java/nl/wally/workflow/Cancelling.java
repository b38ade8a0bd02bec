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
    private final TaskChanging changing;
    private final TaskFactFinding finding;
    private final ReferralFile file;

    Cancelling(TaskChanging changing, TaskFactFinding finding, ReferralFile file) {
        this.changing = changing;
        this.finding = finding;
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
        return changing.attempt(submission, referral, before, after, facts, submission.caller())
                .isEmpty();
    }
}
