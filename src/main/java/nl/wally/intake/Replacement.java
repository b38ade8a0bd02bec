package nl.wally.intake;

import static nl.wally.shared.Words.words;

import java.util.Optional;
import nl.wally.fhir.Referral;
import nl.wally.fhir.Submission;
import nl.wally.shared.Problem;
import nl.wally.shared.References;
import nl.wally.shared.RefusedException;
import nl.wally.workflow.Cancelling;
import nl.wally.workflow.ReferralFile;
import nl.wally.workflow.TaskCompletion;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.springframework.stereotype.Component;

/**
 * A new referral that {@code replaces} an old one takes it up again. What has ended stays as it ended; what nobody has begun
 * with is cancelled with it; what has begun is stopped by asking, not by sending another one.
 */
@Component
class Replacement {
    private static final String REPLACED = "replaced";
    private static final String PATH = "ServiceRequest.replaces";

    private final ReferralFile file;
    private final Cancelling cancelling;

    Replacement(ReferralFile file, Cancelling cancelling) {
        this.file = file;
        this.cancelling = cancelling;
    }

    /** Once it is known who the person is: ends the old referral, if there is one to end. */
    void replace(Submission submission, ReferralParts parts) {
        if (!parts.referral().hasReplaces()) {
            return;
        }
        String wanted = References.key(parts.referral().getReplaces().get(0));
        Referral old = submission.referrals().stream()
                .filter(locked -> locked.practice().equals(submission.caller().organization()))
                .filter(locked -> old(submission, locked)
                        .filter(request -> References.key(request).equals(wanted))
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> new RefusedException(
                        Problem.REFERENCE_UNRESOLVED,
                        PATH,
                        words("replaces names a ServiceRequest of your practice, as Type/id")));
        String person = old(submission, old)
                .map(request -> References.key(request.getSubject()))
                .orElse("");
        if (!person.equals(References.key(parts.referral().getSubject()))) {
            throw new RefusedException(
                    Problem.REFERENCE_UNRESOLVED, PATH, words("A referral replaces one of the same person only"));
        }
        if (!TaskCompletion.isTerminal(TaskStatus.fromCode(old.status()))
                && !cancelling.cancel(submission, old, REPLACED)) {
            throw new RefusedException(
                    Problem.TRANSITION_NOT_ALLOWED,
                    PATH,
                    words(
                            "The work on the old referral has begun: ask to stop it first, with a Task of code abort, and wait until"
                                    + " it has ended"));
        }
    }

    private Optional<ServiceRequest> old(Submission submission, Referral referral) {
        return file.part(submission, referral, ServiceRequest.class);
    }
}
