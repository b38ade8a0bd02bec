package nl.wally.privacy;

import java.util.List;
import nl.wally.fhir.Referral;
import nl.wally.shared.Caller;

/**
 * A person may turn to the practice or to the organisation that coordinates the referral (article 26(3) AVG), so the privacy
 * officer of each may have it erased; but nobody erases what a third one keeps as well. That it is a privacy officer who asks
 * stands in the table of rights.
 */
final class ErasureRules {
    private ErasureRules() {}

    /**
     * Whether this caller has to account for what was kept of a person.
     *
     * @param practice whose person it is
     * @param coordination the organisations that coordinate the person's referrals, or coordinated what was erased
     */
    static boolean isInvolved(Caller caller, String practice, List<String> coordination) {
        return caller.organization().equals(practice) || coordination.contains(caller.organization());
    }

    /** Whether this caller may decide that it goes: the practice, or the organisation that coordinates all of it. */
    static boolean mayDecide(Caller caller, String practice, List<String> coordination) {
        return caller.organization().equals(practice)
                || !coordination.isEmpty() && coordination.stream().allMatch(caller.organization()::equals);
    }

    /** Whether somebody is still at work for the person: then the work is ended first, so that nobody is left waiting. */
    static boolean isAtWork(List<Referral> referrals) {
        return referrals.stream().anyMatch(Referral::isOpen);
    }
}
