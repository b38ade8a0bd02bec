package nl.wally.intake;

import static nl.wally.shared.Words.words;

import nl.wally.conformance.Canonicals;
import nl.wally.fhir.Change;
import nl.wally.fhir.Referral;
import nl.wally.fhir.Stage;
import nl.wally.fhir.Step;
import nl.wally.fhir.Submission;
import nl.wally.shared.Problem;
import nl.wally.shared.References;
import nl.wally.shared.RefusedException;
import nl.wally.workflow.ReferralFile;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.springframework.stereotype.Component;

/**
 * Who speaks for a person belongs to the referral that this one came with: a new one each time, never the representative of
 * somebody else. The practice keeps the contact data correct.
 */
@Component
class RepresentativeStep implements Step {
    @Override
    public Stage stage() {
        return Stage.FOLLOW;
    }

    @Override
    public void run(Submission submission) {
        for (Change change : submission.requested()) {
            if (change.after() instanceof RelatedPerson representative) {
                if (change.before() instanceof RelatedPerson before) {
                    stay(before, representative);
                }
                mark(submission, representative);
            }
        }
    }

    private static void stay(RelatedPerson before, RelatedPerson after) {
        if (!References.key(before.getPatient()).equals(References.key(after.getPatient()))) {
            throw new RefusedException(
                    Problem.ELEMENT_IMMUTABLE, "RelatedPerson.patient", Problem.ELEMENT_IMMUTABLE.words());
        }
    }

    /** Also after an update that left it out: searches are narrowed by it. */
    private static void mark(Submission submission, RelatedPerson representative) {
        Referral referral = submission
                .opened()
                .or(() -> ReferralFile.of(submission))
                .orElseThrow(() -> new RefusedException(
                        Problem.UNREADABLE, "Bundle", words("A transaction concerns one referral at a time")));
        representative.getExtension().removeIf(extension -> Canonicals.EXTENSION_PRACTICE.equals(extension.getUrl()));
        representative.addExtension(Canonicals.EXTENSION_PRACTICE, new Reference(referral.practice()));
    }
}
