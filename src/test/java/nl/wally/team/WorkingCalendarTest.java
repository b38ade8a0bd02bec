package nl.wally.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.PractitionerRole.DaysOfWeek;
import org.junit.jupiter.api.Test;

class WorkingCalendarTest {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private final WorkingCalendar calendar = new WorkingCalendar(AMSTERDAM, new PublicHolidays(PublicHolidays.DEFAULT));
    private final PractitionerRole wally = new PractitionerRole();

    @Test
    void skipsTheWeekend() {
        assertThat(due("2026-11-26T10:00", 2)).isEqualTo("2026-11-30T17:00");
        assertThat(due("2026-11-28T10:00", 2)).isEqualTo("2026-12-01T17:00");
        assertThat(due("2026-11-23T10:00", 5)).isEqualTo("2026-11-30T17:00");
    }

    @Test
    void theDayItselfNeverCountsWhateverTheHour() {
        assertThat(due("2026-11-23T00:00", 1)).isEqualTo("2026-11-24T17:00");
        assertThat(due("2026-11-23T23:59", 1)).isEqualTo("2026-11-24T17:00");
        // 23:30 UTC is half past midnight in Amsterdam, the next day already.
        assertThat(local(calendar.plusWorkingDays(Instant.parse("2026-11-23T23:30:00Z"), 1, wally)))
                .isEqualTo("2026-11-25T17:00");
    }

    @Test
    void keepsLocalTimeWhenTheClockChanges() {
        Instant before = at("2026-03-27T10:00");
        assertThat(calendar.plusWorkingDays(before, 1, wally)).isEqualTo("2026-03-30T15:00:00Z");
        assertThat(calendar.plusWorkingDays(at("2026-10-23T10:00"), 1, wally)).isEqualTo("2026-10-26T16:00:00Z");
        assertThat(calendar.plusWorkingDays(at("2026-10-22T10:00"), 1, wally)).isEqualTo("2026-10-23T15:00:00Z");
    }

    @Test
    void skipsChristmasAndNewYear() {
        assertThat(due("2026-12-24T16:00", 1)).isEqualTo("2026-12-28T17:00");
        assertThat(due("2026-12-31T23:59", 1)).isEqualTo("2027-01-04T17:00");
    }

    @Test
    void skipsKingsDayAndItsShiftToSaturday() {
        assertThat(due("2026-04-24T10:00", 1)).isEqualTo("2026-04-28T17:00");
        // In 2025 the 27th was a Sunday: celebrated on Saturday, Monday is worked.
        assertThat(due("2025-04-25T10:00", 1)).isEqualTo("2025-04-28T17:00");
        PractitionerRole saturday = works(DaysOfWeek.SAT);
        assertThat(local(calendar.plusWorkingDays(at("2025-04-25T10:00"), 1, saturday)))
                .isEqualTo("2025-05-03T17:00");
    }

    @Test
    void skipsEasterMondayButWorksOnGoodFriday() {
        assertThat(due("2026-04-02T10:00", 1)).isEqualTo("2026-04-03T17:00");
        assertThat(due("2026-04-03T10:00", 1)).isEqualTo("2026-04-07T17:00");
        assertThat(due("2026-05-13T10:00", 1)).isEqualTo("2026-05-15T17:00");
        assertThat(due("2026-05-22T10:00", 1)).isEqualTo("2026-05-26T17:00");
    }

    @Test
    void celebratesLiberationInALustrumOnlyUnlessSetOtherwise() {
        assertThat(due("2026-05-04T10:00", 1)).isEqualTo("2026-05-05T17:00");
        assertThat(due("2028-05-04T10:00", 1)).isEqualTo("2028-05-05T17:00");
        assertThat(due("2025-05-02T10:00", 1)).isEqualTo("2025-05-06T17:00");
    }

    @Test
    void countsOnlyTheDaysThatAPartTimerWorks() {
        PractitionerRole partTime = works(DaysOfWeek.TUE, DaysOfWeek.THU);
        partTime.getAvailableTimeFirstRep().setAvailableStartTime("08:30:00").setAvailableEndTime("12:30:00");
        assertThat(local(calendar.plusWorkingDays(at("2026-11-23T10:00"), 2, partTime)))
                .isEqualTo("2026-11-26T12:30");
        assertThat(local(calendar.plusWorkingDays(at("2026-11-26T10:00"), 1, partTime)))
                .isEqualTo("2026-12-01T12:30");
    }

    @Test
    void takesTheLastHourOfADayInParts() {
        PractitionerRole split = works(DaysOfWeek.MON);
        split.getAvailableTimeFirstRep().setAvailableStartTime("09:00:00").setAvailableEndTime("12:00:00");
        split.addAvailableTime()
                .addDaysOfWeek(DaysOfWeek.MON)
                .setAvailableStartTime("19:00:00")
                .setAvailableEndTime("21:00:00");
        assertThat(local(calendar.plusWorkingDays(at("2026-11-23T10:00"), 1, split)))
                .isEqualTo("2026-11-30T21:00");
    }

    @Test
    void skipsDaysOfAbsenceButNotHalfDays() {
        away("2026-11-24", "2026-11-26");
        assertThat(due("2026-11-23T10:00", 2)).isEqualTo("2026-11-30T17:00");
        away("2026-11-27T00:00:00+01:00", "2026-11-27T12:00:00+01:00");
        assertThat(due("2026-11-23T10:00", 1)).isEqualTo("2026-11-27T17:00");
    }

    @Test
    void countsInTheOfficeWeekForSomebodyWhoIsNeverThere() {
        wally.setActive(false);
        assertThat(due("2026-11-23T10:00", 2)).isEqualTo("2026-11-25T17:00");
    }

    @Test
    void neverGoesBackAndAlwaysEndsOnAWorkingDay() {
        List<Instant> ends = new ArrayList<>();
        for (int hour = 0; hour < 2 * 365 * 24; hour += 7) {
            Instant from = at("2026-01-01T00:00").plusSeconds(3600L * hour);
            Instant end = calendar.plusWorkingDays(from, 2, wally);
            assertThat(end).isAfter(from);
            assertThat(calendar.isWorkingDay(end.atZone(AMSTERDAM).toLocalDate(), wally))
                    .isTrue();
            ends.add(end);
        }
        assertThat(ends).isSorted();
    }

    @Test
    void refusesUnknownHolidaysAndNoDays() {
        assertThatThrownBy(() -> new PublicHolidays(List.of("PRINSJESDAG"))).hasMessageContaining("PRINSJESDAG");
        assertThatThrownBy(() -> new PublicHolidays(List.of("LIBERATION/x"))).hasMessageContaining("LIBERATION/x");
        assertThatThrownBy(() -> due("2026-11-23T10:00", 0)).isInstanceOf(IllegalArgumentException.class);
        PublicHolidays every = new PublicHolidays(List.of("LIBERATION"));
        assertThat(every.isHoliday(LocalDate.of(2026, 5, 5))).isTrue();
        assertThat(every.isHoliday(LocalDate.of(2026, 12, 25))).isFalse();
    }

    private String due(String from, int days) {
        return local(calendar.plusWorkingDays(at(from), days, wally));
    }

    private void away(String from, String to) {
        wally.addNotAvailable()
                .setDescription("afwezig")
                .getDuring()
                .setStartElement(new DateTimeType(from))
                .setEndElement(new DateTimeType(to));
    }

    private static PractitionerRole works(DaysOfWeek... days) {
        PractitionerRole role = new PractitionerRole();
        for (DaysOfWeek day : days) {
            role.getAvailableTimeFirstRep().addDaysOfWeek(day);
        }
        return role;
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(AMSTERDAM).toInstant();
    }

    private static String local(Instant instant) {
        return instant.atZone(AMSTERDAM).toLocalDateTime().toString();
    }
}
