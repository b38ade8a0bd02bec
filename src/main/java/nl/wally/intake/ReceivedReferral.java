package nl.wally.intake;

import static nl.wally.shared.Words.words;

import java.util.List;
import java.util.Set;
import nl.wally.fhir.Change;
import nl.wally.fhir.Submission;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import nl.wally.workflow.SubTask;
import org.hl7.fhir.r4.model.Resource;

/** Finds the referral in a submission. */
final class ReceivedReferral {
    private static final Set<String> PARTS =
            Set.of("Patient", "Consent", "ServiceRequest", "Task", "CommunicationRequest", "RelatedPerson");

    private ReceivedReferral() {}

    /** Whether the submission is a referral, whole or not: it creates a part of one. */
    static boolean isIn(Submission submission) {
        return submission.requested().stream()
                .anyMatch(change -> change.origin() == Change.Origin.CLIENT_CREATE
                        && PARTS.contains(change.type())
                        && !SubTask.isBeside(change.after()));
    }

    /**
     * The five parts.
     *
     * @throws RefusedException when the referral is not complete
     */
    static ReferralParts partsOf(Submission submission) {
        if (submission.received().isEmpty()) {
            throw new RefusedException(Problem.BUNDLE_REQUIRED);
        }
        if (!submission.requested().stream().allMatch(change -> change.origin() == Change.Origin.CLIENT_CREATE)) {
            throw new RefusedException(
                    Problem.BUNDLE_INCOMPLETE,
                    "Bundle.entry.request.method",
                    words("Every part of a referral is sent with POST; a known Patient is found by its number"));
        }
        List<Resource> resources =
                submission.requested().stream().map(Change::after).toList();
        ReferralParts.Reading reading = ReferralParts.of(resources);
        if (reading instanceof ReferralParts.Reading.Incomplete incomplete) {
            throw new RefusedException(incomplete.refusals());
        }
        return ((ReferralParts.Reading.Complete) reading).parts();
    }
}
