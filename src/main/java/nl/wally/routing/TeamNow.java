package nl.wally.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.wally.team.WayOfWorking;

/**
 * A practice's team at the moment of a referral, with who is present.
 *
 * @param contact the fixed Wally (in way of working C possibly a coach); empty is a gap
 * @param substitute who stands in; empty is a gap
 * @param coach the wellbeing coach
 */
public record TeamNow(
        Optional<Member> contact, Optional<Member> substitute, Optional<Member> coach, WayOfWorking wayOfWorking) {
    /**
     * One member.
     *
     * @param role for instance {@code PractitionerRole/wally-1}
     */
    public record Member(String role, boolean present) {}

    /** Who may receive a referral, in the order of W-1: contact, substitute, and in way of working B the coach. */
    public List<Member> receivers() {
        List<Member> receivers = new ArrayList<>();
        contact.ifPresent(receivers::add);
        substitute.ifPresent(receivers::add);
        if (wayOfWorking == WayOfWorking.B) {
            coach.ifPresent(receivers::add);
        }
        return List.copyOf(receivers);
    }
}
