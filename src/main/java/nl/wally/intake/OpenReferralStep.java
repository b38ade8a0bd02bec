package nl.wally.intake;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import nl.wally.fhir.Change;
import nl.wally.fhir.Custodies;
import nl.wally.fhir.Referral;
import nl.wally.fhir.Referrals;
import nl.wally.fhir.Stage;
import nl.wally.fhir.Step;
import nl.wally.fhir.Submission;
import nl.wally.team.TeamProperties;
import nl.wally.workflow.ConsentRules;
import org.springframework.stereotype.Component;

/** Opens the row of a new referral: from now on every write to it waits its turn there. */
@Component
class OpenReferralStep implements Step {
    private final Referrals referrals;
    private final Custodies custodies;
    private final TeamProperties settings;

    OpenReferralStep(Referrals referrals, Custodies custodies, TeamProperties settings) {
        this.referrals = referrals;
        this.custodies = custodies;
        this.settings = settings;
    }

    @Override
    public Stage stage() {
        return Stage.RECORD;
    }

    @Override
    public void run(Submission submission) {
        submission.opened().ifPresent(referral -> open(submission, referral));
    }

    private void open(Submission submission, Referral referral) {
        ReferralParts parts = ReceivedReferral.partsOf(submission);
        PlacerKey key = PlacerKey.of(parts.referral(), referral.practice()).orElseThrow();
        String hash = ContentHash.of(submission.received().orElseThrow());
        referrals.open(referral, key.system(), key.value(), HexFormat.of().parseHex(hash));
        ConsentRules.sharedUntil(parts.consent(), settings.zone())
                .ifPresent(end -> referrals.share(referral.id(), false, end));
        if (!submission.standIns().isEmpty()) {
            custodies.remember(referral.id(), Optional.empty(), submission.standIns());
        }
        List<String> arrived =
                submission.requested().stream().map(Change::reference).toList();
        referrals.join(referral.id(), arrived, true);
        List<String> added = submission
                .changes()
                .filter(change -> change.origin() == Change.Origin.SERVER && change.before() == null)
                .filter(change -> submission.belonging(change.reference()).isEmpty())
                .map(Change::reference)
                .toList();
        referrals.join(referral.id(), added, false);
    }
}
