package nl.wally.workflow;

import java.util.Set;
import javax.sql.DataSource;
import nl.wally.FhirClient;
import nl.wally.SignedTokens;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;

/** Those who have nothing to do with a referral of practice 1, and for whom it does not exist. */
final class Strangers {
    static final Set<Actor> ARE = Set.of(Actor.GP_OTHER, Actor.OTHER_ORG);

    /** A coach of another social organisation. */
    static final String COACH = "coach-of-others";

    private Strangers() {}

    /** From now on the coach can call the server, which gives no client to such people in the demo region. */
    static void meet(FhirClient server, DataSource database) {
        Caller coach = new Caller(COACH, "Organization/social-2", "PractitionerRole/coach-1", Capacity.SOCIAL_WORKER);
        server.tokens().know(COACH, new SignedTokens(database).of(coach));
    }
}
