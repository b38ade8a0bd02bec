package nl.wally.fhir;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import nl.wally.shared.Scope.Action;
import org.springframework.stereotype.Component;

/** G-ACTOR: what one may not see does not exist, and what no rule allows is forbidden. */
@Component
class AuthoriseStep implements Step {
    private final Sight sight;
    private final Referrals referrals;

    AuthoriseStep(Sight sight, Referrals referrals) {
        this.sight = sight;
        this.referrals = referrals;
    }

    @Override
    public Stage stage() {
        return Stage.AUTHORISE;
    }

    @Override
    public void run(Submission submission) {
        Collection<Change> updates = submission.requested().stream()
                .filter(change -> change.before() != null)
                .toList();
        Map<String, List<Referral>> rows =
                referrals.of(updates.stream().map(Change::id).toList());
        for (Change change : updates) {
            var current = java.util.Objects.requireNonNull(change.before());
            if (!sight.maySee(submission.caller(), current, rows.getOrDefault(change.id(), List.of()))
                    || !sight.covers(submission.caller(), current, Action.READ, Action.UPDATE)) {
                throw new RefusedException(Problem.NOT_FOUND);
            }
        }
        submission
                .requested()
                .forEach(change ->
                        sight.authorise(submission.caller(), change, rows.getOrDefault(change.id(), List.of())));
    }
}
