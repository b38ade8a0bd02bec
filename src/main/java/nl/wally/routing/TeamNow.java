package nl.wally.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
     * @param standIn whom they named to stand in during the absence that is on; empty while they are there
     */
    public record Member(String role, boolean present, Optional<StandIn> standIn) {
        /** One for whom nobody was named. */
        public Member(String role, boolean present) {
            this(role, present, Optional.empty());
        }
    }

    /** Somebody who takes the place of a member during an absence. */
    public record StandIn(String role, boolean present) {}

    /**
     * Who may receive a referral, in the order of W-1: contact, substitute, and in way of working B the coach; who was named
     * to stand in comes right after who is absent.
     */
    public List<Member> receivers() {
        List<Member> receivers = new ArrayList<>();
        for (Member member : fixed()) {
            receivers.add(member);
            member.standIn()
                    .map(named -> new Member(named.role(), named.present()))
                    .ifPresent(receivers::add);
        }
        return List.copyOf(receivers);
    }

    /** Those of the receivers who are that only because an absence is on. */
    public List<String> standIns() {
        List<String> fixed = fixed().stream().map(Member::role).toList();
        return receivers().stream()
                .map(Member::role)
                .filter(role -> !fixed.contains(role))
                .distinct()
                .toList();
    }

    private List<Member> fixed() {
        return Stream.of(contact, substitute, wayOfWorking == WayOfWorking.B ? coach : Optional.<Member>empty())
                .flatMap(Optional::stream)
                .toList();
    }
}
