package nl.wally.routing;

import static nl.wally.shared.Words.words;

import java.util.List;
import java.util.Optional;
import nl.wally.routing.TeamNow.Member;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;

/**
 * Chooses the receiver (G-ROUTE): by practice, never by address (W-9); the fixed Wally, else who was named to stand in, else
 * the substitute (W-1). A referral is never dropped for an absence, nor for a gap.
 */
public final class RoutingRules {
    private RoutingRules() {}

    /**
     * Chooses who receives a referral.
     *
     * @param wanted whom the GP names in {@code ServiceRequest.performer} or {@code Task.owner}; mostly nobody. One who
     *     is present is honoured, one who is absent gives way to the usual order, one outside the team is refused.
     */
    public static Routing route(TeamNow team, List<String> wanted) {
        List<Member> receivers = team.receivers();
        List<String> recipients =
                receivers.stream().map(Member::role).distinct().toList();
        Optional<Member> usual = receivers.stream().filter(Member::present).findFirst();
        if (!recipients.containsAll(wanted)) {
            return outside(usual.or(() -> receivers.stream().findFirst()));
        }
        Optional<Member> chosen = receivers.stream()
                .filter(member -> member.present() && wanted.contains(member.role()))
                .findFirst()
                .or(() -> usual);
        if (chosen.isEmpty()) {
            return new Routing.Unattended(recipients.stream().findFirst(), recipients);
        }
        String owner = chosen.get().role();
        return new Routing.Routed(owner, isSubstitute(team, owner), recipients);
    }

    private static boolean isSubstitute(TeamNow team, String owner) {
        boolean standsIn = team.standIns().contains(owner)
                || team.substitute().map(Member::role).filter(owner::equals).isPresent();
        return standsIn
                && team.contact().map(Member::role).filter(owner::equals).isEmpty();
    }

    private static Routing outside(Optional<Member> right) {
        return new Routing.Refused(new Refusal(
                Problem.RECEIVER_OUTSIDE_TEAM,
                "ServiceRequest.performer",
                right.map(member -> words(
                                "The receiver wanted is not in the current team of this practice: leave it out, or name {0}",
                                member.role()))
                        .orElseGet(() -> words(
                                "The receiver wanted is not in the current team of this practice: leave it out"))));
    }
}
