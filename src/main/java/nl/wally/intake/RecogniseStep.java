package nl.wally.intake;

import static nl.wally.shared.Words.words;

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
        Referrals.Received received =
                referrals.received(key.practice(), key.system(), key.value()).orElse(null);
        if (received instanceof Referrals.Received.Kept kept) {
            submission.answerWith(current(submission, kept));
        } else if (received != null) {
            throw new RefusedException(
                    Problem.DUPLICATE,
                    "ServiceRequest.identifier",
                    words(
                            "What was sent under this number has been erased and does not come back: a new referral of this"
                                    + " person, who agrees to it anew, has a number of its own"));
        }
    }

    private List<Resource> current(Submission submission, Referrals.Received.Kept kept) {
        byte[] hash =
                HexFormat.of().parseHex(ContentHash.of(submission.received().orElseThrow()));
        if (!Arrays.equals(hash, kept.contentHash())) {
            throw new RefusedException(Problem.DUPLICATE, "ServiceRequest.identifier", Problem.DUPLICATE.words());
        }
        return referrals.arrived(kept.referral()).stream()
                .map(reference -> store.read(reference).orElseThrow())
                .toList();
    }
}
