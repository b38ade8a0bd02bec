package nl.wally.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.function.Predicate;
import nl.wally.routing.TeamNow.Member;
import nl.wally.routing.TeamNow.StandIn;
import nl.wally.team.WayOfWorking;
import org.hl7.fhir.r4.model.Period;
import org.junit.jupiter.api.Test;

class CoverRulesTest {
    private static final Instant NOW = Instant.parse("2026-10-01T09:00:00Z");
    private static final Duration HORIZON = Duration.ofDays(42);

    @Test
    void isTheTimeInWhichBothAreAway() {
        assertThat(ahead("2026-10-10/2026-10-20", "2026-10-15/2026-10-25"))
                .containsExactly(time("2026-10-15", "2026-10-20"));
        assertThat(ahead("2026-10-10/2026-10-20", "2026-10-20/2026-10-25")).isEmpty();
        assertThat(ahead("2026-10-10/2026-10-20", "2026-11-15/2026-11-25")).isEmpty();
    }

    @Test
    void goesOnAsLongAsOneAbsenceFollowsTheOther() {
        assertThat(ahead("2026-10-10/2026-10-20 2026-10-20/2026-10-30", "2026-10-15/2026-11-25"))
                .containsExactly(time("2026-10-15", "2026-10-30"));
        assertThat(ahead("2026-10-10/2026-10-12 2026-10-20/2026-10-30", "2026-10-05/2026-11-25"))
                .containsExactly(time("2026-10-10", "2026-10-12"), time("2026-10-20", "2026-10-30"));
    }

    @Test
    void hasNoEndWhileNobodyKnowsIt() {
        assertThat(ahead("2026-10-10/", "2026-10-15/")).containsExactly(new Uncovered(day("2026-10-15"), Instant.MAX));
    }

    @Test
    void isToldOnceItBeginsBeforeTheHorizonAndWithItsWholeLength() {
        assertThat(ahead("2026-11-12/2026-12-20", "2026-11-12/2026-12-25"))
                .containsExactly(time("2026-11-12", "2026-12-20"));
        assertThat(ahead("2026-11-13/2026-12-20", "2026-11-13/2026-12-25")).isEmpty();
    }

    @Test
    void oneThatIsOnBeganWhenItWasTold() {
        List<Uncovered> on = ahead("2026-09-20/2026-10-05", "2026-09-25/2026-10-25");
        assertThat(on).containsExactly(new Uncovered(NOW, day("2026-10-05")));
        List<Uncovered> told = List.of(time("2026-09-25", "2026-10-05"));
        assertThat(CoverRules.carriedOn(told, on, NOW)).isEqualTo(told);
        assertThat(CoverRules.carriedOn(List.of(time("2026-09-25", "2026-10-03")), on, NOW))
                .isEqualTo(told);
        assertThat(CoverRules.carriedOn(List.of(time("2026-09-01", "2026-09-03")), on, NOW))
                .isEqualTo(on);
    }

    @Test
    void aTeamOfNobodyHasAGapAndNoAbsences() {
        TeamNow nobody = new TeamNow(Optional.empty(), Optional.empty(), Optional.empty(), WayOfWorking.A);
        assertThat(CoverRules.ahead(new TreeSet<>(), moment -> nobody, NOW, NOW.plus(HORIZON)))
                .isEmpty();
    }

    @Test
    void whoWasNamedToStandInIsThereAsWell() {
        Member sanne = new Member("PractitionerRole/1", false, Optional.of(new StandIn("PractitionerRole/3", true)));
        TeamNow team = new TeamNow(
                Optional.of(sanne),
                Optional.of(new Member("PractitionerRole/2", false)),
                Optional.empty(),
                WayOfWorking.A);
        assertThat(CoverRules.ahead(new TreeSet<>(), moment -> team, NOW, NOW.plus(HORIZON)))
                .isEmpty();
    }

    @Test
    void isThePeriodUpToItsLastSecondAlsoWhereTheClockChanges() {
        Uncovered time = time("2026-10-20", "2026-10-26");
        Period period = time.period(TimeZone.getTimeZone("Europe/Amsterdam"));
        assertThat(period.getStartElement().getValueAsString()).isEqualTo("2026-10-20T00:00:00+02:00");
        assertThat(period.getEndElement().getValueAsString()).isEqualTo("2026-10-25T23:59:59+01:00");
        assertThat(Uncovered.of(period)).isEqualTo(time);
    }

    private static List<Uncovered> ahead(String contact, String substitute) {
        TreeSet<Instant> turns = new TreeSet<>();
        Predicate<Instant> sanne = away(contact, turns);
        Predicate<Instant> joris = away(substitute, turns);
        return CoverRules.ahead(
                turns,
                moment -> new TeamNow(
                        Optional.of(new Member("PractitionerRole/1", !sanne.test(moment))),
                        Optional.of(new Member("PractitionerRole/2", !joris.test(moment))),
                        Optional.empty(),
                        WayOfWorking.A),
                NOW,
                NOW.plus(HORIZON));
    }

    /** Absences from a day until a day, which does not belong to them any more. */
    private static Predicate<Instant> away(String absences, TreeSet<Instant> turns) {
        List<Uncovered> times = List.of(absences.split(" ")).stream()
                .map(absence -> absence.split("/", 2))
                .map(ends -> new Uncovered(day(ends[0]), ends[1].isEmpty() ? Instant.MAX : day(ends[1])))
                .toList();
        times.forEach(time -> turns.addAll(List.of(time.start(), time.end())));
        turns.remove(Instant.MAX);
        return moment -> times.stream().anyMatch(time -> time.covers(moment));
    }

    private static Uncovered time(String from, String until) {
        return new Uncovered(day(from), day(until));
    }

    private static Instant day(String day) {
        return java.time.LocalDate.parse(day)
                .atStartOfDay(ZoneId.of("Europe/Amsterdam"))
                .toInstant();
    }
}
