package nl.wally.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.wally.fhir.Custody.HandedOver;
import nl.wally.routing.TeamNow;
import nl.wally.routing.TeamNow.Member;
import nl.wally.routing.TeamNow.StandIn;
import nl.wally.team.WayOfWorking;
import nl.wally.workflow.StaffingFacts.Person;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StaffingRulesTest {
    private static final String SANNE = "PractitionerRole/wally-1";
    private static final String JORIS = "PractitionerRole/wally-2";
    private static final String NOOR = "PractitionerRole/wally-3";
    private static final Instant SINCE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Person PRESENT = new Person(true, true, false);
    private static final Person AWAY = new Person(true, false, false);
    private static final Person AWAY_BY_AGREEMENT = new Person(true, false, true);
    private static final Person LEFT = new Person(false, false, false);

    private final Map<String, Person> people = new HashMap<>(Map.of(SANNE, PRESENT, JORIS, PRESENT, NOOR, PRESENT));
    private final Map<String, Instant> former = new HashMap<>();
    private @Nullable String contact = SANNE;
    private @Nullable String substitute = JORIS;
    private Optional<HandedOver> agreed = Optional.empty();
    private boolean attended = true;
    private Set<String> standIns = Set.of();

    @Test
    void nothingMovesWhileEverybodyIsWhereTheyWere() {
        assertThat(decide(SANNE, SANNE, JORIS)).isEqualTo(staffing(SANNE, SANNE, JORIS));
        people.put(SANNE, AWAY);
        assertThat(decide(SANNE, SANNE, JORIS)).isEqualTo(staffing(SANNE, SANNE, JORIS));
    }

    @Test
    void whoLeavesTheOrganisationGivesWayToWhoIsNext() {
        people.put(SANNE, LEFT);
        contact = null;
        assertThat(decide(SANNE, SANNE, JORIS)).isEqualTo(staffing(JORIS, JORIS));
        contact = NOOR;
        assertThat(decide(SANNE, SANNE, JORIS)).isEqualTo(staffing(NOOR, NOOR, JORIS));
        people.put(NOOR, AWAY);
        assertThat(decide(SANNE, SANNE, JORIS)).isEqualTo(staffing(JORIS, NOOR, JORIS));
        assertThat(decide(JORIS, SANNE, JORIS)).isEqualTo(staffing(JORIS, NOOR, JORIS));
    }

    @Test
    void whoLeavesTheTeamGivesWayUnlessChosenAfterwards() {
        contact = NOOR;
        former.put(SANNE, SINCE.plusSeconds(3600));
        assertThat(decide(SANNE, SANNE, JORIS)).isEqualTo(staffing(NOOR, NOOR, JORIS));
        former.put(SANNE, SINCE.minusSeconds(3600));
        assertThat(decide(SANNE, SANNE, JORIS)).isEqualTo(staffing(SANNE, NOOR, JORIS, SANNE));
        assertThat(decide(JORIS, SANNE, JORIS)).isEqualTo(staffing(JORIS, NOOR, JORIS));
    }

    @Test
    void staysWithTheLeaverAndIsFlaggedWhileNobodyIsThere() {
        people.put(SANNE, LEFT);
        people.put(JORIS, AWAY);
        contact = null;
        Staffing nobody = decide(SANNE, SANNE, JORIS);
        assertThat(nobody.owner()).contains(SANNE);
        assertThat(nobody.recipients()).containsExactly(JORIS, SANNE);
        assertThat(nobody.attended()).isFalse();
        people.put(JORIS, PRESENT);
        attended = false;
        assertThat(decide(SANNE, JORIS, SANNE)).isEqualTo(staffing(JORIS, JORIS));
    }

    @Test
    void isFlaggedWhenAllAreAwayAndNoLongerWhenOneIsBack() {
        people.put(SANNE, AWAY);
        people.put(JORIS, AWAY);
        assertThat(decide(SANNE, SANNE, JORIS).attended()).isFalse();
        attended = false;
        people.put(JORIS, PRESENT);
        assertThat(decide(SANNE, SANNE, JORIS)).isEqualTo(staffing(SANNE, SANNE, JORIS));
    }

    @Test
    void whatNobodyOwnsGoesToTheFirstWhoJoins() {
        contact = null;
        substitute = null;
        assertThat(decide("")).isEqualTo(new Staffing(Optional.empty(), List.of(), false, Optional.empty()));
        substitute = JORIS;
        assertThat(decide("")).isEqualTo(staffing(JORIS, JORIS));
    }

    @Test
    void whatNobodyOwnsWaitsForWhoTakesThePlaceWhileAway() {
        contact = null;
        people.put(JORIS, AWAY);
        attended = false;
        assertThat(decide("")).isEqualTo(new Staffing(Optional.of(JORIS), List.of(JORIS), false, Optional.empty()));
    }

    @Test
    void whoJoinsMayOwnAndWhoWasAddedByHandStillMay() {
        contact = NOOR;
        assertThat(decide(JORIS, JORIS, SANNE)).isEqualTo(staffing(JORIS, NOOR, JORIS, SANNE));
    }

    @Test
    void handsOverAndBackOnlyWhenThatWasAgreedWithTheAbsence() {
        people.put(SANNE, AWAY_BY_AGREEMENT);
        Staffing away = decide(SANNE, SANNE, JORIS);
        assertThat(away.owner()).contains(JORIS);
        assertThat(away.handedOver()).contains(new HandedOver(SANNE, JORIS));
        agreed = away.handedOver();
        assertThat(decide(JORIS, SANNE, JORIS)).isEqualTo(away);
        people.put(SANNE, PRESENT);
        assertThat(decide(JORIS, SANNE, JORIS)).isEqualTo(staffing(SANNE, SANNE, JORIS));
    }

    @Test
    void whatPeopleMovedMeanwhileIsNotTakenBack() {
        agreed = Optional.of(new HandedOver(SANNE, JORIS));
        people.put(SANNE, AWAY_BY_AGREEMENT);
        assertThat(decide(SANNE, SANNE, JORIS).owner())
                .as("given back during the absence")
                .contains(SANNE);
        people.put(SANNE, PRESENT);
        assertThat(decide(NOOR, SANNE, JORIS, NOOR)).isEqualTo(staffing(NOOR, SANNE, JORIS, NOOR));
    }

    @Test
    void isHandedBackOnceWhoWasAwayIsReallyThere() {
        agreed = Optional.of(new HandedOver(SANNE, JORIS));
        people.put(SANNE, AWAY);
        assertThat(decide(JORIS, SANNE, JORIS).handedOver()).isEqualTo(agreed);
        assertThat(decide(JORIS, SANNE, JORIS).owner()).contains(JORIS);
        people.put(SANNE, LEFT);
        contact = null;
        assertThat(decide(JORIS, SANNE, JORIS)).isEqualTo(staffing(JORIS, JORIS));
    }

    @Test
    void waitsForAStandInBeforeItIsHandedOver() {
        people.put(SANNE, AWAY_BY_AGREEMENT);
        people.put(JORIS, AWAY);
        assertThat(decide(SANNE, SANNE, JORIS).owner()).contains(SANNE);
        assertThat(decide(SANNE, SANNE, JORIS).handedOver()).isEmpty();
    }

    @Test
    void whoWasNamedForTheAbsenceMayOwnItAsLongAsItLasts() {
        people.put(SANNE, new Person(true, false, false, Optional.of(NOOR)));
        Staffing during = decide(SANNE, SANNE, JORIS);
        assertThat(during.owner()).contains(SANNE);
        assertThat(during.recipients()).containsExactly(SANNE, NOOR, JORIS);
        assertThat(during.standIns()).containsExactly(NOOR);
        standIns = during.standIns();
        assertThat(decide(SANNE, SANNE, NOOR, JORIS)).isEqualTo(during);
        people.put(SANNE, PRESENT);
        assertThat(decide(SANNE, SANNE, NOOR, JORIS)).isEqualTo(staffing(SANNE, SANNE, JORIS));
        Staffing kept = decide(NOOR, SANNE, NOOR, JORIS);
        assertThat(kept.owner()).as("nothing is taken away from an owner").contains(NOOR);
        assertThat(kept.recipients()).containsExactly(SANNE, JORIS, NOOR);
        assertThat(kept.standIns()).containsExactly(NOOR);
    }

    @Test
    void handsOverToWhoWasNamedAndBack() {
        people.put(SANNE, new Person(true, false, true, Optional.of(NOOR)));
        Staffing away = decide(SANNE, SANNE, JORIS);
        assertThat(away.handedOver()).contains(new HandedOver(SANNE, NOOR));
        assertThat(away.owner()).contains(NOOR);
        agreed = away.handedOver();
        standIns = away.standIns();
        people.put(SANNE, PRESENT);
        assertThat(decide(NOOR, SANNE, NOOR, JORIS)).isEqualTo(staffing(SANNE, SANNE, JORIS));
    }

    @Test
    void theSubstituteHandsOverToWhoTheyNamedThoughTheWallyIsThere() {
        people.put(JORIS, new Person(true, false, true, Optional.of(NOOR)));
        assertThat(decide(JORIS, SANNE, JORIS).owner()).contains(NOOR);
        people.put(NOOR, AWAY);
        assertThat(decide(JORIS, SANNE, JORIS).owner()).contains(SANNE);
    }

    @Test
    void whoWasAddedByHandStaysThoughNamedMeanwhile() {
        people.put(SANNE, new Person(true, false, false, Optional.of(NOOR)));
        Staffing during = decide(SANNE, SANNE, JORIS, NOOR);
        assertThat(during.standIns()).isEmpty();
        people.put(SANNE, PRESENT);
        assertThat(decide(SANNE, SANNE, NOOR, JORIS).recipients()).contains(NOOR);
    }

    private Staffing decide(String owner, String... recipients) {
        Optional<String> has = Optional.of(owner).filter(role -> !role.isEmpty());
        TeamNow team = new TeamNow(member(contact), member(substitute), Optional.empty(), WayOfWorking.A);
        return StaffingRules.decide(new StaffingFacts(
                new Staffing(has, List.of(recipients), attended, agreed, standIns), SINCE, team, people, former));
    }

    private Optional<Member> member(@Nullable String role) {
        return Optional.ofNullable(role)
                .filter(known -> people.get(known).employed())
                .map(known -> new Member(
                        known,
                        people.get(known).present(),
                        people.get(known)
                                .standIn()
                                .map(named ->
                                        new StandIn(named, people.get(named).present()))));
    }

    private static Staffing staffing(String owner, String... recipients) {
        return new Staffing(Optional.of(owner), List.of(recipients), true, Optional.empty());
    }
}
