package nl.wally.intake;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import nl.wally.fhir.Referrals;
import nl.wally.fhir.Stage;
import nl.wally.fhir.Step;
import nl.wally.fhir.Store;
import nl.wally.fhir.Submission;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** A referral that was sent before is answered with what became of it; other content under the same number is refused. */
@Component
class RecogniseStep implements Step {
    private final Referrals referrals;
    private final Store store;

    RecogniseStep(Referrals referrals, Store store) {
        this.referrals = referrals;
        this.store = store;
    }

    @Override
    public Stage stage() {
        return Stage.RECOGNISE;
    }

    @Override
    public void run(Submission submission) {
        if (!ReceivedReferral.isIn(submission)) {
            return;
        }
        ReferralParts parts = ReceivedReferral.partsOf(submission);
        Optional<PlacerKey> key =
                PlacerKey.of(parts.referral(), submission.caller().organization());
        if (key.isPresent()) {
            recognise(submission, key.get());
        }
    }

    private void recognise(Submission submission, PlacerKey key) {
        // Sent twice at once: the second waits here until the first is stored, then finds it.
        referrals.serialise("placer", key.practice(), key.system(), key.value());
        var received = referrals.received(key.practice(), key.system(), key.value());
        if (received.isEmpty()) {
            return;
        }
        byte[] hash =
                HexFormat.of().parseHex(ContentHash.of(submission.received().orElseThrow()));
        if (!Arrays.equals(hash, received.get().contentHash())) {
            throw new RefusedException(Problem.DUPLICATE, "ServiceRequest.identifier", Problem.DUPLICATE.words());
        }
        List<Resource> current = referrals.arrived(received.get().referral()).stream()
                .map(reference -> store.read(reference).orElseThrow())
                .toList();
        submission.answerWith(current);
    }
}
