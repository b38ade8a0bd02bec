package nl.wally.routing;

import java.util.List;
import java.util.Optional;
import nl.wally.shared.Refusal;

/** Where a referral goes. */
public sealed interface Routing {
    /**
     * Somebody who is present receives it.
     *
     * @param owner the owner of the Task
     * @param substitute whether that is the substitute, or who was named to stand in
     * @param recipients who may own the Task later ({@code restriction.recipient})
     */
    record Routed(String owner, boolean substitute, List<String> recipients) implements Routing {}

    /**
     * Nobody is present: accepted, flagged, and the coordinator is told.
     *
     * @param owner who finds it on coming back; empty when nobody holds a place in the team at all
     */
    record Unattended(Optional<String> owner, List<String> recipients) implements Routing {}

    /** It cannot go to whom the GP wants, or to anybody. */
    record Refused(Refusal refusal) implements Routing {}
}
