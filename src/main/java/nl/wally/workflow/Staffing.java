package nl.wally.workflow;

import java.util.List;
import java.util.Optional;
import nl.wally.fhir.Custody.HandedOver;

/**
 * Who has a referral.
 *
 * @param owner empty while nobody ever held a place in the team
 * @param recipients who may own it; with the owner
 * @param attended whether one of them is present
 * @param handedOver the agreement because of which it was handed over, as long as the absence lasts
 */
record Staffing(Optional<String> owner, List<String> recipients, boolean attended, Optional<HandedOver> handedOver) {
    /** Whether this is the same, in whatever order the recipients stand. */
    boolean sameAs(Staffing other) {
        return owner.equals(other.owner)
                && recipients.size() == other.recipients.size()
                && recipients.containsAll(other.recipients)
                && attended == other.attended
                && handedOver.equals(other.handedOver);
    }
}
