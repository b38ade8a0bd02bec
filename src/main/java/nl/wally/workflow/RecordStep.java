package nl.wally.workflow;

import java.util.List;
import java.util.Set;
import nl.wally.fhir.Change;
import nl.wally.fhir.Referral;
import nl.wally.fhir.Referrals;
import nl.wally.fhir.Stage;
import nl.wally.fhir.Step;
import nl.wally.fhir.Submission;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/** Keeps the row of each referral equal to its Task, and counts in what was created for it. */
@Component
class RecordStep implements Step {
    private static final Set<String> JOINING =
            Set.of("Communication", "CommunicationRequest", "Task", "Provenance", "QuestionnaireResponse");

    private final Referrals referrals;
    private final ReferralFile file;

    RecordStep(Referrals referrals, ReferralFile file) {
        this.referrals = referrals;
        this.file = file;
    }

    @Override
    public Stage stage() {
        return Stage.RECORD;
    }

    @Override
    public void run(Submission submission) {
        List<Referral> touched = submission.referrals();
        // What arrives with a new referral belongs to that one, whichever it replaces.
        boolean sole = submission.opened().isEmpty() && touched.size() == 1;
        for (Referral referral : touched) {
            List<String> created = submission
                    .changes()
                    .filter(change -> change.before() == null && JOINING.contains(change.type()))
                    .map(Change::reference)
                    .filter(reference -> submission
                            .belonging(reference)
                            .map(referral.id()::equals)
                            .orElse(sole))
                    .toList();
            referrals.join(referral.id(), created, false);
            submission
                    .changes()
                    .filter(change -> change.before() instanceof Task before && !SubTask.isBeside(before))
                    .filter(change -> sole || file.holds(submission, referral, change.reference()))
                    .forEach(change -> update(referral, (Task) change.after()));
        }
    }

    private void update(Referral referral, Task task) {
        referrals.update(
                referral.id(),
                task.getStatus().toCode(),
                References.key(task.getOwner()),
                task.getRestriction().getRecipient().stream()
                        .map(References::key)
                        .toList());
    }
}
