package nl.wally.fhir;

import java.util.List;
import nl.wally.conformance.ProfileValidator;
import nl.wally.shared.Refusal;
import nl.wally.shared.RefusedException;
import org.springframework.stereotype.Component;

/** Validates what will be stored for the client, also what a patch leads to, once per resource. */
@Component
class ProfileStep implements Step {
    private final ProfileValidator validator;

    ProfileStep(ProfileValidator validator) {
        this.validator = validator;
    }

    @Override
    public Stage stage() {
        return Stage.VALIDATE;
    }

    @Override
    public void run(Submission submission) {
        List<Refusal> refusals = submission.requested().stream()
                .flatMap(change -> validator.check(change.after()).stream()
                        .map(refusal -> refusal.of(submission.path(change, refusal.expression()))))
                .toList();
        if (!refusals.isEmpty()) {
            throw new RefusedException(refusals);
        }
    }
}
