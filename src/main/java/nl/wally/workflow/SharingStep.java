package nl.wally.workflow;

import nl.wally.fhir.Change;
import nl.wally.fhir.Referral;
import nl.wally.fhir.Referrals;
import nl.wally.fhir.Stage;
import nl.wally.fhir.Step;
import nl.wally.fhir.Submission;
import nl.wally.team.TeamProperties;
import org.hl7.fhir.r4.model.Consent;
import org.springframework.stereotype.Component;

/** Keeps in the row of a referral whether, and until when, the social side may see it (W-2). */
@Component
class SharingStep implements Step {
    private final Referrals referrals;
    private final Withdrawal withdrawal;
    private final TeamProperties settings;

    SharingStep(Referrals referrals, Withdrawal withdrawal, TeamProperties settings) {
        this.referrals = referrals;
        this.withdrawal = withdrawal;
        this.settings = settings;
    }

    @Override
    public Stage stage() {
        return Stage.RECORD;
    }

    @Override
    public void run(Submission submission) {
        if (submission.opened().isEmpty()) {
            ReferralFile.of(submission)
                    .ifPresent(referral -> submission
                            .changesOf(Consent.class)
                            .findFirst()
                            .ifPresent(change -> record(submission, referral, change)));
        }
    }

    private void record(Submission submission, Referral referral, Change change) {
        var until = ConsentRules.sharedUntil((Consent) change.after(), settings.zone());
        referrals.share(referral.id(), withdrawal.isIn(submission, referral), until.orElse(null));
    }
}
