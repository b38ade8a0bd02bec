package nl.wally.workflow;

import nl.wally.conformance.Canonicals;
import nl.wally.fhir.Referral;
import nl.wally.fhir.Submission;
import nl.wally.shared.Caller;
import nl.wally.shared.Codes;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.springframework.stereotype.Component;

/** W-2: consent is gone, so the server itself ends what is still open; both sides hear that, and nothing more. */
@Component
class Withdrawal {
    private final TaskChanging changing;
    private final TaskFactFinding finding;
    private final ReferralFile file;
    private final SharingPermission permission;

    Withdrawal(TaskChanging changing, TaskFactFinding finding, ReferralFile file, SharingPermission permission) {
        this.changing = changing;
        this.finding = finding;
        this.file = file;
        this.permission = permission;
    }

    /** Whether the submission leaves a Consent that no longer permits sharing; one that it does not touch is not read. */
    boolean isIn(Submission submission, Referral referral) {
        return submission.changesOf(Consent.class).anyMatch(change -> change.before() != null)
                && !permission.isGiven(submission, referral);
    }

    /** Cancels the Task by the rows of the system; an end that stands already stays as it is. */
    void end(Submission submission, Referral referral) {
        Task before = file.part(submission, referral, Task.class).orElseThrow();
        if (TaskCompletion.isTerminal(before.getStatus())) {
            return;
        }
        Task after = before.copy()
                .setStatus(TaskStatus.CANCELLED)
                .setStatusReason(Codes.concept(Canonicals.SYSTEM_STATUS_REASON, "consent-withdrawn"));
        // What the status needs beside it is the server's own again, whatever this submission said of it before.
        after.setBusinessStatus(null);
        TaskFacts facts = finding.facts(submission, Caller.SYSTEM, referral, before, after);
        changing.make(submission, referral, before, after, facts, Caller.SYSTEM);
    }
}
