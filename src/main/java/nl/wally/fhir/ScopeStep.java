package nl.wally.fhir;

import nl.wally.shared.Scope.Action;
import org.springframework.stereotype.Component;

/** Before anything is read: what no scope of the token names is refused in the same way whether it is there or not. */
@Component
class ScopeStep implements Step {
    private final Sight sight;

    ScopeStep(Sight sight) {
        this.sight = sight;
    }

    @Override
    public Stage stage() {
        return Stage.ADMIT;
    }

    @Override
    public void run(Submission submission) {
        for (Change change : submission.requested()) {
            boolean update = change.origin() == Change.Origin.CLIENT_UPDATE;
            sight.require(submission.caller(), change.type(), update ? Action.UPDATE : Action.CREATE);
            if (change.ifNoneExist() != null) {
                sight.require(submission.caller(), change.type(), Action.SEARCH);
            }
        }
    }
}
