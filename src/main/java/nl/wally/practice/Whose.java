package nl.wally.practice;

import nl.wally.shared.Caller;
import org.hl7.fhir.r4.model.Task;

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

    /** Whether this is one of them. */
    boolean covers(Task sent) {
        return !mine || caller.agent().equals(sent.getRequester().getReference());
    }
}
