package nl.wally.workflow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.wally.fhir.Custody.HandedOver;

/**
 * Who has a referral.
 *
 * @param owner empty while nobody ever held a place in the team
 * @param recipients who may own it; with the owner
 * @param attended whether one of them is present
 * @param handedOver the agreement because of which it was handed over, as long as the absence lasts
 * @param standIns those of the recipients who are that only because they stand in during somebody's absence
 */
record Staffing(
        Optional<String> owner,
        List<String> recipients,
        boolean attended,
        Optional<HandedOver> handedOver,
        Set<String> standIns) {
    /** With nobody who may own it only for the time of an absence. */
    Staffing(Optional<String> owner, List<String> recipients, boolean attended, Optional<HandedOver> handedOver) {
        this(owner, recipients, attended, handedOver, Set.of());
    }

    /** Whether this is the same, in whatever order the recipients stand. */
    boolean sameAs(Staffing other) {
        return owner.equals(other.owner)
                && recipients.size() == other.recipients.size()
                && recipients.containsAll(other.recipients)
                && attended == other.attended
                && handedOver.equals(other.handedOver)
                && standIns.equals(other.standIns);
    }
}
