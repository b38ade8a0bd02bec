package nl.wally.workflow;

import static nl.wally.shared.Words.words;

import java.util.List;
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
                                Problem.UNREADABLE, "Bundle", words("A transaction concerns one referral at a time")));
                judge(submission, referral, change, before);
            }
        }
    }

    private void judge(Submission submission, Referral referral, Change change, Consent before) {
        Consent after = (Consent) change.after();
        var facts = new ConsentChangeRules.Facts(
                finding.actors(submission, referral, file.storedTask(submission, referral)),
                referral.withdrawn(),
                file.representatives(submission, referral),
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
}
