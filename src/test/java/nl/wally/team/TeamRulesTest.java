package nl.wally.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamStatus;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeamRulesTest {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final TeamRules rules = new TeamRules(AMSTERDAM);
    private final PresenceRules presence = new PresenceRules(AMSTERDAM);

    @Test
    void findsWhoIsInTheTeamNow() {
        CareTeam team = new CareTeam().setStatus(CareTeamStatus.ACTIVE);
        add(team, "contact", "PractitionerRole/left", "2020-01-01", "2026-02-28");
        add(team, "contact", "PractitionerRole/wally-1", "2026-03-01", null);
        add(team, "substitute", "PractitionerRole/later", "2026-04-01", null);
        add(team, "coordination", "Organization/social-1", null, null);
        team.addExtension(Canonicals.EXTENSION_WAY_OF_WORKING, new CodeType("B"));
        CurrentTeam current = rules.currentTeam(team, NOW);
        assertThat(current.contact()).contains("PractitionerRole/wally-1");
        assertThat(current.substitute()).isEmpty();
        assertThat(current.coach()).isEmpty();
        assertThat(current.coordination()).contains("Organization/social-1");
        assertThat(current.wayOfWorking()).isEqualTo(WayOfWorking.B);
        assertThat(current.members()).containsExactly("PractitionerRole/wally-1");
        assertThat(rules.member(team, TeamRole.CONTACT, Instant.parse("2026-02-28T22:59:00Z")))
                .contains("PractitionerRole/left");
    }

    @Test
    void aTeamThatIsNotInForceHasNobody() {
        CareTeam team = new CareTeam().setStatus(CareTeamStatus.INACTIVE);
        add(team, "contact", "PractitionerRole/wally-1", null, null);
        assertThat(rules.currentTeam(team, NOW).members()).isEmpty();
        team.setStatus(CareTeamStatus.ACTIVE).getPeriod().setEndElement(new DateTimeType("2026-01"));
        assertThat(rules.currentTeam(team, NOW).members()).isEmpty();
    }

    @Test
    void readsTheAgreedDaysOfFirstContact() {
        CareTeam team = new CareTeam();
        assertThat(FirstContactDays.of(team)).isEqualTo(new FirstContactDays(5, 2));
        team.addExtension()
                .setUrl(Canonicals.EXTENSION_FIRST_CONTACT_DAYS)
                .addExtension("urgent", new PositiveIntType(1));
        FirstContactDays days = FirstContactDays.of(team);
        assertThat(days).isEqualTo(new FirstContactDays(5, 1));
        assertThat(days.forPriority(null)).isEqualTo(5);
        assertThat(days.forPriority(ServiceRequestPriority.URGENT)).isEqualTo(1);
    }

    @Test
    void isPresentUnlessAwayInactiveOrGone() {
        PractitionerRole role = new PractitionerRole();
        assertThat(presence.isPresent(role, NOW)).isTrue();
        assertThat(presence.isPresent(role.copy().setActive(false), NOW)).isFalse();
        PractitionerRole left = role.copy();
        left.getPeriod().setEndElement(new DateTimeType("2026-03-01"));
        assertThat(presence.isPresent(left, NOW)).isFalse();
        PractitionerRole away = role.copy();
        away.addNotAvailable().getDuring().setStartElement(new DateTimeType("2026-03-02"));
        assertThat(presence.isPresent(away, NOW)).isFalse();
        assertThat(presence.isPresent(away, NOW.minusSeconds(24 * 3600))).isTrue();
        PractitionerRole withoutDates = role.copy();
        withoutDates.addNotAvailable().setDescription("afwezig");
        assertThat(presence.isPresent(withoutDates, NOW)).isFalse();
        PractitionerRole sundays = role.copy();
        sundays.addAvailableTime().addDaysOfWeek(PractitionerRole.DaysOfWeek.SUN);
        assertThat(presence.isPresent(sundays, NOW)).isTrue();
    }

    @Test
    void whoHasNoWorkingDayAtAllIsAbsent() {
        PractitionerRole never = new PractitionerRole();
        never.addAvailableTime()
                .addDaysOfWeek(PractitionerRole.DaysOfWeek.MON)
                .setAvailableStartTime("09:00:00")
                .setAvailableEndTime("09:00:00");
        assertThat(presence.isPresent(never, NOW)).isFalse();
        PractitionerRole mondays = never.copy();
        mondays.addAvailableTime()
                .addDaysOfWeek(PractitionerRole.DaysOfWeek.FRI)
                .setAvailableEndTime("12:00:00");
        assertThat(presence.isPresent(mondays, NOW)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        // The last day of an absence lasts until midnight in Amsterdam, in winter and in summer.
        "2026-03-01, 2026-03-02, 2026-03-02T22:59:59Z, false",
        "2026-03-01, 2026-03-02, 2026-03-02T23:00:00Z, true",
        "2026-07-01, 2026-07-02, 2026-07-02T21:59:59Z, false",
        "2026-07-01, 2026-07-02, 2026-07-02T22:00:00Z, true",
        // The nights in which the clock is put forward and back.
        "2026-03-28, 2026-03-29, 2026-03-29T21:59:59Z, false",
        "2026-03-28, 2026-03-29, 2026-03-29T22:00:00Z, true",
        "2026-10-25, 2026-10-25, 2026-10-25T22:59:59Z, false",
        "2026-10-25, 2026-10-25, 2026-10-25T23:00:00Z, true",
        // The first day begins at midnight; 23:59 the evening before somebody is there.
        "2026-03-03, 2026-03-04, 2026-03-02T22:59:00Z, true",
        "2026-03-03, 2026-03-04, 2026-03-02T23:00:00Z, false",
        // Times say their own zone, and the last second belongs to the absence.
        "2026-03-02T13:00:00-05:00, 2026-03-02T23:59:00+01:00, 2026-03-02T17:59:59Z, true",
        "2026-03-02T13:00:00-05:00, 2026-03-02T23:59:00+01:00, 2026-03-02T18:00:00Z, false",
        "2026-03-02T13:00:00-05:00, 2026-03-02T23:59:00+01:00, 2026-03-02T22:59:00Z, false",
        "2026-03-02T13:00:00-05:00, 2026-03-02T23:59:00+01:00, 2026-03-02T22:59:01Z, true"
    })
    void isBackAtTheFirstMomentAfterTheAbsence(String start, String end, Instant at, boolean present) {
        PractitionerRole role = new PractitionerRole();
        role.addNotAvailable().setDuring(period(start, end));
        assertThat(presence.isPresent(role, at)).isEqualTo(present);
    }

    @Test
    void hasLeftAfterTheLastDayButNotBeforeTheFirst() {
        PractitionerRole role = new PractitionerRole().setPeriod(period("2026-02-01", "2026-03-02"));
        assertThat(presence.hasLeft(role, Instant.parse("2026-03-02T22:59:59Z")))
                .isFalse();
        assertThat(presence.hasLeft(role, Instant.parse("2026-03-02T23:00:00Z")))
                .isTrue();
        Instant before = Instant.parse("2026-01-31T22:59:59Z");
        assertThat(presence.isEmployed(role, before)).isFalse();
        assertThat(presence.hasLeft(role, before)).isFalse();
        assertThat(presence.leaves(role)).contains(Instant.parse("2026-03-02T23:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026, 2026, true",
        "2026-03, 2026-03, true",
        "2026-03-02, 2026-03-02, true",
        "2026-03-03, , false",
        ", 2026-03-01, false",
        ", 2026-02, false",
        "2026-03-02T10:00:00+01:00, 2026-03-02T10:00:00+01:00, true",
        ", 2026-03-02T09:59:59+01:00, false",
        "2026-03-02T10:00:01+01:00, , false"
    })
    void aPeriodCoversBothItsEnds(String start, String end, boolean covered) {
        assertThat(Periods.covers(period(start, end), NOW, AMSTERDAM)).isEqualTo(covered);
    }

    private static void add(CareTeam team, String role, String member, String start, String end) {
        team.addParticipant()
                .addRole(Codes.concept(Canonicals.SYSTEM_TEAM_ROLE, role))
                .setMember(new Reference(member))
                .setPeriod(period(start, end));
    }

    private static Period period(String start, String end) {
        Period period = new Period();
        if (start != null) {
            period.setStartElement(new DateTimeType(start));
        }
        if (end != null) {
            period.setEndElement(new DateTimeType(end));
        }
        return period;
    }
}
