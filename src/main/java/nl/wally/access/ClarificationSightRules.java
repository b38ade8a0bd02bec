package nl.wally.access;

import java.util.List;
import java.util.Set;
import nl.wally.fhir.Presence;
import nl.wally.fhir.Referral;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;

/**
 * W-4: what the Wally and the person found stays with the owner, and whoever follows as owner. Who stands in for an absent
 * owner sees it meanwhile; the practice, the coordinator and an idle substitute do not.
 */
final class ClarificationSightRules {
    private static final Set<String> ENDED = Set.of("completed", "rejected", "failed", "cancelled", "entered-in-error");

    private ClarificationSightRules() {}

    static boolean maySee(Caller caller, List<Referral> referrals, Presence presence) {
        return caller.capacity() == Capacity.SYSTEM
                || caller.capacity() == Capacity.SOCIAL_WORKER
                        && caller.person()
                                .filter(role ->
                                        referrals.stream().anyMatch(referral -> holds(role, referral, presence)))
                                .isPresent();
    }

    private static boolean holds(String role, Referral referral, Presence presence) {
        return referral.concerns(role)
                && (referral.owner().equals(role)
                        || !ENDED.contains(referral.status()) && !presence.isPresent(referral.owner()));
    }
}
