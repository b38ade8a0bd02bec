package nl.wally.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import nl.wally.routing.Routing.Routed;
import nl.wally.routing.Routing.Unattended;
import nl.wally.routing.TeamNow.Member;
import nl.wally.routing.TeamNow.StandIn;
import nl.wally.shared.Problem;
import nl.wally.team.WayOfWorking;
import org.junit.jupiter.api.Test;

class RoutingRulesTest {
    private static final String SANNE = "PractitionerRole/wally-1";
    private static final String JORIS = "PractitionerRole/wally-2";
    private static final String NOOR = "PractitionerRole/wally-3";
    private static final String COACH = "PractitionerRole/coach-1";

    @Test
    void goesToTheFixedWallyElseTheSubstitute() {
        assertThat(route("present", "present", "none", WayOfWorking.A))
                .isEqualTo(new Routed(SANNE, false, List.of(SANNE, JORIS)));
        assertThat(route("absent", "present", "none", WayOfWorking.A))
                .isEqualTo(new Routed(JORIS, true, List.of(SANNE, JORIS)));
        assertThat(route("none", "present", "none", WayOfWorking.A)).isEqualTo(new Routed(JORIS, true, List.of(JORIS)));
    }

    @Test
    void goesToWhoWasNamedForTheAbsenceBeforeTheFixedSubstitute() {
        assertThat(RoutingRules.route(named(true), List.of()))
                .isEqualTo(new Routed(NOOR, true, List.of(SANNE, NOOR, JORIS)));
        assertThat(RoutingRules.route(named(false), List.of()))
                .isEqualTo(new Routed(JORIS, true, List.of(SANNE, NOOR, JORIS)));
        assertThat(RoutingRules.route(named(true), List.of(JORIS)))
                .isEqualTo(new Routed(JORIS, true, List.of(SANNE, NOOR, JORIS)));
        assertThat(named(true).standIns()).containsExactly(NOOR);
    }

    private static TeamNow named(boolean present) {
        Member sanne = new Member(SANNE, false, Optional.of(new StandIn(NOOR, present)));
        return new TeamNow(Optional.of(sanne), member(JORIS, "present"), Optional.empty(), WayOfWorking.A);
    }

    @Test
    void isKeptForTheWallyWhenNobodyIsPresent() {
        assertThat(route("absent", "absent", "none", WayOfWorking.A))
                .isEqualTo(new Unattended(Optional.of(SANNE), List.of(SANNE, JORIS)));
        assertThat(route("absent", "none", "present", WayOfWorking.A))
                .isEqualTo(new Unattended(Optional.of(SANNE), List.of(SANNE)));
        assertThat(route("none", "absent", "none", WayOfWorking.C))
                .isEqualTo(new Unattended(Optional.of(JORIS), List.of(JORIS)));
    }

    @Test
    void theCoachReceivesOnlyWhereThereAreTwoContactPoints() {
        assertThat(route("present", "present", "present", WayOfWorking.B))
                .isEqualTo(new Routed(SANNE, false, List.of(SANNE, JORIS, COACH)));
        assertThat(route("present", "present", "present", WayOfWorking.B, COACH))
                .isEqualTo(new Routed(COACH, false, List.of(SANNE, JORIS, COACH)));
        assertThat(route("absent", "absent", "present", WayOfWorking.B))
                .isEqualTo(new Routed(COACH, false, List.of(SANNE, JORIS, COACH)));
        assertThat(problem(route("present", "present", "present", WayOfWorking.A, COACH)))
                .isEqualTo(Problem.RECEIVER_OUTSIDE_TEAM);
    }

    @Test
    void honoursTheReceiverWantedWhenPresent() {
        assertThat(route("present", "present", "none", WayOfWorking.A, JORIS))
                .isEqualTo(new Routed(JORIS, true, List.of(SANNE, JORIS)));
        assertThat(route("present", "absent", "none", WayOfWorking.A, JORIS))
                .isEqualTo(new Routed(SANNE, false, List.of(SANNE, JORIS)));
        assertThat(route("absent", "present", "none", WayOfWorking.A, SANNE))
                .isEqualTo(new Routed(JORIS, true, List.of(SANNE, JORIS)));
    }

    @Test
    void refusesAReceiverOutsideTheTeamNamingTheRightOne() {
        Routing routing = route("absent", "present", "none", WayOfWorking.A, "PractitionerRole/stranger");
        assertThat(problem(routing)).isEqualTo(Problem.RECEIVER_OUTSIDE_TEAM);
        assertThat(((Routing.Refused) routing).refusal().explanation().toString())
                .contains(JORIS)
                .doesNotContain("stranger");
    }

    @Test
    void isAcceptedWithoutOwnerWhileNobodyHoldsAPlace() {
        assertThat(route("none", "none", "present", WayOfWorking.A))
                .isEqualTo(new Unattended(Optional.empty(), List.of()));
        Routing routing = route("none", "none", "none", WayOfWorking.B, SANNE);
        assertThat(problem(routing)).isEqualTo(Problem.RECEIVER_OUTSIDE_TEAM);
        assertThat(((Routing.Refused) routing).refusal().explanation().toString())
                .endsWith("leave it out");
    }

    @Test
    void theContactMayBeACoachWhereThePracticesAreDivided() {
        TeamNow team = new TeamNow(
                Optional.of(new Member(COACH, true)), member(JORIS, "present"), Optional.empty(), WayOfWorking.C);
        assertThat(RoutingRules.route(team, List.of())).isEqualTo(new Routed(COACH, false, List.of(COACH, JORIS)));
    }

    @Test
    void neverDropsAReferralForAnAbsenceOrAGap() {
        List<String> states = List.of("present", "absent", "none");
        for (WayOfWorking way : WayOfWorking.values()) {
            for (String contact : states) {
                for (String substitute : states) {
                    for (String coach : states) {
                        Routing routing = route(contact, substitute, coach, way);
                        assertThat(routing).isNotInstanceOf(Routing.Refused.class);
                        if (routing instanceof Routed routed) {
                            assertThat(routed.recipients()).contains(routed.owner());
                        }
                    }
                }
            }
        }
    }

    private static Routing route(String contact, String substitute, String coach, WayOfWorking way, String... wanted) {
        TeamNow team = new TeamNow(member(SANNE, contact), member(JORIS, substitute), member(COACH, coach), way);
        return RoutingRules.route(team, List.of(wanted));
    }

    private static Optional<Member> member(String role, String state) {
        return state.equals("none") ? Optional.empty() : Optional.of(new Member(role, state.equals("present")));
    }

    private static Problem problem(Routing routing) {
        return ((Routing.Refused) routing).refusal().problem();
    }
}
