package nl.wally.team;

import nl.wally.fhir.Stage;
import nl.wally.fhir.Step;
import nl.wally.fhir.Store;
import nl.wally.fhir.Submission;
import nl.wally.shared.Caller.Capacity;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.springframework.stereotype.Component;

/** Takes away absences that are over, when time has passed; earlier versions keep them on record. */
@Component
class ReturnStep implements Step {
    private final PresenceRules presence;
    private final Store store;

    ReturnStep(PresenceRules presence, Store store) {
        this.presence = presence;
        this.store = store;
    }

    @Override
    public Stage stage() {
        return Stage.FOLLOW;
    }

    @Override
    public void run(Submission submission) {
        if (submission.caller().capacity() != Capacity.SYSTEM) {
            return;
        }
        submission.fetched().stream()
                .filter(reference -> reference.startsWith("PractitionerRole/"))
                .flatMap(reference -> store.read(reference, PractitionerRole.class).stream())
                .filter(role -> presence.hasPastAbsence(role, submission.now()))
                .forEach(role -> {
                    PractitionerRole back = role.copy();
                    presence.forgetPastAbsences(back, submission.now());
                    submission.update(role, back);
                });
    }
}
