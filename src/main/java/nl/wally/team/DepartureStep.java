package nl.wally.team;

import java.util.Optional;
import nl.wally.fhir.Change;
import nl.wally.fhir.Custodies;
import nl.wally.fhir.Stage;
import nl.wally.fhir.Step;
import nl.wally.fhir.Submission;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.springframework.stereotype.Component;

/** Notes who has left, or will: from that moment on they are nobody, without anybody having to look at their role. */
@Component
class DepartureStep implements Step {
    private final PresenceRules presence;
    private final Custodies custodies;

    DepartureStep(PresenceRules presence, Custodies custodies) {
        this.presence = presence;
        this.custodies = custodies;
    }

    @Override
    public Stage stage() {
        return Stage.RECORD;
    }

    @Override
    public void run(Submission submission) {
        for (Change change : submission.requested()) {
            if (change.after() instanceof PractitionerRole role) {
                Optional<java.time.Instant> left = presence.leaves(role);
                if (change.before() != null || left.isPresent()) {
                    custodies.departs(change.reference(), left);
                }
            }
        }
    }
}
