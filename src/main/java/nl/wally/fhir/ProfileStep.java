package nl.wally.fhir;

import nl.wally.conformance.ProfileValidator;
import org.springframework.stereotype.Component;

/** Validates what the client wants stored, also what a patch leads to, once per resource. */
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
        submission.requested().forEach(change -> submission.find(validator.check(change.after())));
    }
}
