package nl.wally.privacy;

import java.util.List;
import nl.wally.fhir.Referral;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;

/**
 * Who answers a person's questions about what is kept: the privacy officer of the practice, and the one of an organisation
 * that coordinates a referral of that person. Both answer for what both keep here (article 26(3) AVG: the person may turn to
 * either); but nobody erases what is also somebody else's to keep.
 */
final class ErasureRules {
    /** How somebody stands to a person's file. */
    enum Standing {
        /** For whom there is no such person. */
        STRANGER,
        /** Who may be shown what their own side keeps. */
        INVOLVED,
        /** Who may also have it erased. */
        DECIDES
    }

    private ErasureRules() {}

    /**
     * How this caller stands to a person.
     *
     * @param practice whose person it is
     * @param coordination the organisations that coordinate the person's referrals, or coordinated what was erased
     */
    static Standing standing(Caller caller, String practice, List<String> coordination) {
        if (caller.capacity() != Capacity.PRIVACY_OFFICER) {
            return Standing.STRANGER;
        }
        if (caller.organization().equals(practice)) {
            return Standing.DECIDES;
        }
        if (!coordination.contains(caller.organization())) {
            return Standing.STRANGER;
        }
        return coordination.stream().allMatch(caller.organization()::equals) ? Standing.DECIDES : Standing.INVOLVED;
    }

    /** Whether somebody is still at work for the person: then the work is ended first, so that nobody is left waiting. */
    static boolean isAtWork(List<Referral> referrals) {
        return referrals.stream().anyMatch(Referral::isOpen);
    }
}
