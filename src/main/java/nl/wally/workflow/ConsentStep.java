package nl.wally.workflow;

import java.util.List;
import java.util.stream.Stream;
import nl.wally.fhir.Authorship;
import nl.wally.fhir.Change;
import nl.wally.fhir.Referral;
import nl.wally.fhir.Stage;
import nl.wally.fhir.Step;
import nl.wally.fhir.Submission;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
import nl.wally.shared.RefusedException;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/** Judges each change of a Consent; what follows when it no longer permits sharing is for {@link WithdrawalStep}. */
@Component
class ConsentStep implements Step {
    private final ReferralFile file;
    private final TaskFactFinding finding;

    ConsentStep(ReferralFile file, TaskFactFinding finding) {
        this.file = file;
        this.finding = finding;
    }

    @Override
    public Stage stage() {
        return Stage.DECIDE;
    }

    @Override
    public void run(Submission submission) {
        for (Change change : submission.requested()) {
            if (change.before() instanceof Consent before) {
                Referral referral = ReferralFile.of(submission)
                        .orElseThrow(() -> new RefusedException(
                                Problem.UNREADABLE, "Bundle", "A transaction concerns one referral at a time"));
                judge(submission, referral, change, before);
            }
        }
    }

    private void judge(Submission submission, Referral referral, Change change, Consent before) {
        Consent after = (Consent) change.after();
        var facts = new ConsentChangeRules.Facts(
                finding.actors(submission, referral, storedTask(submission, referral)),
                referral.withdrawn(),
                submission.now());
        List<Refusal> refusals = ConsentChangeRules.judge(before, after, facts);
        if (!refusals.isEmpty()) {
            throw new RefusedException(refusals);
        }
        Consent kept = after.copy();
        kept.setText(before.hasText() ? before.getText().copy() : null);
        kept.getMeta().setProfile(before.getMeta().copy().getProfile());
        kept.getMeta().setTag(before.getMeta().copy().getTag());
        kept.getMeta().setSecurity(before.getMeta().copy().getSecurity());
        change.become(kept);
        if (!kept.equalsDeep(before)) {
            boolean ended = kept.getStatus() != ConsentState.ACTIVE;
            submission.create(
                    Authorship.of(submission, change.reference(), ended ? "consent-withdrawn" : "consent-changed"));
        }
    }

    /** Who somebody is, is judged by the Task before any change of it in the same submission. */
    private Task storedTask(Submission submission, Referral referral) {
        Task task = file.part(submission, referral, Task.class).orElseThrow();
        return submission
                .changesOf(Task.class)
                .filter(change -> change.after() == task)
                .flatMap(change -> Stream.ofNullable(change.before()))
                .map(Task.class::cast)
                .findFirst()
                .orElse(task);
    }
}
