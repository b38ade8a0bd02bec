package nl.wally.practice;

import java.util.List;
import java.util.Map;
import nl.wally.shared.Caller;

/**
 * Whose referrals somebody wants to see.
 *
 * @param mine only what the person sent who asks; of the whole practice otherwise
 */
record Whose(Caller caller, boolean mine) {
    /** A system has no referrals of its own. */
    Whose {
        mine = mine && caller.person().isPresent();
    }

    /** The practice that sent them. */
    String practice() {
        return caller.organization();
    }

    /** What a search for referrals is narrowed to. */
    Map<String, List<String>> criterion() {
        return mine ? Map.of("requester", List.of(caller.agent())) : Map.of("practice", List.of(practice()));
    }
}
