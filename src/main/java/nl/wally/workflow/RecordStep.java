package nl.wally.workflow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
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

    RecordStep(Referrals referrals) {
        this.referrals = referrals;
    }

    @Override
    public Stage stage() {
        return Stage.RECORD;
    }

    @Override
    public void run(Submission submission) {
        Map<UUID, Referral> touched = new LinkedHashMap<>();
        Stream.concat(submission.referrals().stream(), submission.following().stream())
                .forEach(referral -> touched.put(referral.id(), referral));
        touched.values().forEach(referral -> record(submission, referral));
    }

    private void record(Submission submission, Referral referral) {
        List<String> created = submission
                .changes()
                .filter(change -> change.before() == null && JOINING.contains(change.type()))
                .map(Change::reference)
                .filter(reference -> belongs(submission, reference, referral))
                .toList();
        referrals.join(referral.id(), created, false);
        submission
                .changes()
                .filter(change -> change.before() instanceof Task before && !SubTask.isBeside(before))
                .filter(change -> belongs(submission, change.reference(), referral))
                .forEach(change -> update(referral, (Task) change.after()));
    }

    /** What was not said to belong to one referral belongs to the only one; what arrives with a new one, to that one. */
    private static boolean belongs(Submission submission, String reference, Referral referral) {
        return submission
                .belonging(reference)
                .map(referral.id()::equals)
                .orElseGet(() -> submission.opened().isEmpty()
                        && ReferralFile.of(submission)
                                .filter(sole -> sole.id().equals(referral.id()))
                                .isPresent());
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
