package nl.wally.workflow;

import java.util.List;
import java.util.Set;
import nl.wally.fhir.Change;
import nl.wally.fhir.Referrals;
import nl.wally.fhir.Stage;
import nl.wally.fhir.Step;
import nl.wally.fhir.Submission;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/** Keeps the row of a referral equal to its Task, and counts in what was created for it. */
@Component
class RecordStep implements Step {
    private static final Set<String> JOINING = Set.of("Communication", "Provenance");

    private final Referrals referrals;

    RecordStep(Referrals referrals) {
        this.referrals = referrals;
    }

    @Override
    public Stage stage() {
        return Stage.RECORD;
    }

    @Override
    public void run(Submission submission) {
        if (submission.opened().isPresent()) {
            // A referral that replaces another has locked that one; what arrives with it belongs to the new one.
            return;
        }
        ReferralFile.of(submission).ifPresent(referral -> {
            List<String> created = submission
                    .changes()
                    .filter(change -> change.before() == null && JOINING.contains(change.type()))
                    .map(Change::reference)
                    .toList();
            referrals.join(referral.id(), created, false);
            submission
                    .changes()
                    .filter(change -> change.before() instanceof Task)
                    .forEach(change -> {
                        Task task = (Task) change.after();
                        referrals.update(
                                referral.id(),
                                task.getStatus().toCode(),
                                References.key(task.getOwner()),
                                task.getRestriction().getRecipient().stream()
                                        .map(References::key)
                                        .toList());
                    });
        });
    }
}
