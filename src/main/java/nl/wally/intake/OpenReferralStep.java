package nl.wally.intake;

import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import nl.wally.conformance.Canonicals;
import nl.wally.fhir.Change;
import nl.wally.fhir.Referral;
import nl.wally.fhir.Referrals;
import nl.wally.fhir.Stage;
import nl.wally.fhir.Step;
import nl.wally.fhir.Submission;
import nl.wally.shared.References;
import nl.wally.team.CurrentTeam;
import nl.wally.team.Teams;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/** Opens the row of a new referral: from now on every write to it waits its turn there. */
@Component
class OpenReferralStep implements Step {
    private final Referrals referrals;
    private final Teams teams;

    OpenReferralStep(Referrals referrals, Teams teams) {
        this.referrals = referrals;
        this.teams = teams;
    }

    @Override
    public Stage stage() {
        return Stage.RECORD;
    }

    @Override
    public void run(Submission submission) {
        if (!ReceivedReferral.isIn(submission)) {
            return;
        }
        String practice = submission.caller().organization();
        ReferralParts parts = ReceivedReferral.partsOf(submission);
        PlacerKey key = PlacerKey.of(parts.referral(), practice).orElseThrow();
        Task task = parts.task();
        String coordination = teams.current(practice, submission.now())
                .flatMap(CurrentTeam::coordination)
                .orElse("");
        var referral = new Referral(
                UUID.randomUUID(),
                number(task),
                practice,
                coordination,
                task.getStatus().toCode(),
                References.key(task.getOwner()),
                task.getRestriction().getRecipient().stream()
                        .map(References::key)
                        .toList());
        String hash = ContentHash.of(submission.received().orElseThrow());
        referrals.open(referral, key.system(), key.value(), HexFormat.of().parseHex(hash));
        List<String> arrived =
                submission.requested().stream().map(Change::reference).toList();
        referrals.join(referral.id(), arrived, true);
        List<String> added = submission
                .changes()
                .filter(change -> change.origin() == Change.Origin.SERVER && change.before() == null)
                .map(Change::reference)
                .toList();
        referrals.join(referral.id(), added, false);
    }

    private static String number(Task task) {
        return task.getIdentifier().stream()
                .filter(identifier -> Canonicals.REFERRAL_NUMBER.equals(identifier.getSystem()))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
