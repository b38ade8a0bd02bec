package nl.wally.team;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.wally.team.WorkingHours.Shift;
import org.hl7.fhir.r4.model.PractitionerRole;

/**
 * Counts in working days and hours of one worker (W-8): days on which they work according to {@code availableTime},
 * that are no public holiday and on which they are not away.
 *
 * <p>The day on which the counting starts never counts, whatever the hour: what arrives on Monday at 8:00 or at 23:59
 * and is promised within two working days is due at the end of Wednesday, for somebody who works every day.
 */
public final class WorkingCalendar {
    /** Who is not there for a year has no working days to count in; then the office week counts. */
    private static final int HORIZON_DAYS = 366;

    private final ZoneId zone;
    private final PublicHolidays holidays;
    private final PresenceRules presence;

    public WorkingCalendar(ZoneId zone, PublicHolidays holidays) {
        this.zone = zone;
        this.holidays = holidays;
        this.presence = new PresenceRules(zone);
    }

    /**
     * The end of the worker's working day, that many working days later.
     *
     * @param days at least 1
     */
    public Instant plusWorkingDays(Instant from, int days, PractitionerRole role) {
        return count(from, days, role, WorkingHours.of(role)).orElseGet(() -> plusWorkingDays(from, days));
    }

    /** The same for the office week, Monday to Friday nine to five: for a Task that nobody is there for. */
    public Instant plusWorkingDays(Instant from, int days) {
        return count(from, days, new PractitionerRole(), WorkingHours.OFFICE_WEEK)
                .orElseThrow(() -> new IllegalArgumentException("More working days than a year has: " + days));
    }

    /**
     * When the worker begins on the working day that lies so many working days before this moment's day; of none before, on
     * that day itself, or the last working day before it.
     */
    public Instant startOfWorkBefore(Instant moment, int days, PractitionerRole role) {
        return countBack(moment, days, role, WorkingHours.of(role)).orElseGet(() -> startOfWorkBefore(moment, days));
    }

    /** The same for the office week. */
    public Instant startOfWorkBefore(Instant moment, int days) {
        return countBack(moment, days, new PractitionerRole(), WorkingHours.OFFICE_WEEK)
                .orElseThrow(() -> new IllegalArgumentException("More working days than a year has: " + days));
    }

    /** The end of the worker's working day on this day, or on their first working day after it. */
    public Instant endOfWorkFrom(LocalDate day, PractitionerRole role) {
        return plusWorkingDays(day.atStartOfDay(zone).minusSeconds(1).toInstant(), 1, role);
    }

    /** The end of office hours on this day, whatever day it is. */
    public Instant endOfOfficeHours(LocalDate day) {
        return day.atTime(WorkingHours.OFFICE.end()).atZone(zone).toInstant();
    }

    /** How many days of the worker begin from the day of this moment on, and before the day of that one. */
    public int workingDaysBetween(Instant from, Instant to, PractitionerRole role) {
        WorkingHours hours = WorkingHours.of(role);
        LocalDate first = from.atZone(zone).toLocalDate();
        LocalDate last = to.atZone(zone).toLocalDate();
        return first.isBefore(last)
                ? (int) first.datesUntil(last)
                        .filter(day -> works(day, role, hours).isPresent())
                        .count()
                : 0;
    }

    /** In which days and hours are meant. */
    public ZoneId zone() {
        return zone;
    }

    /** Whether the worker works on this day at all. */
    public boolean isWorkingDay(LocalDate day, PractitionerRole role) {
        return works(day, role, WorkingHours.of(role)).isPresent();
    }

    /** On which days of the week somebody works, from Monday on. */
    public static SortedSet<DayOfWeek> daysOf(PractitionerRole role) {
        return new TreeSet<>(WorkingHours.of(role).shifts().keySet());
    }

    private Optional<Instant> count(Instant from, int days, PractitionerRole role, WorkingHours hours) {
        if (days < 1) {
            throw new IllegalArgumentException("At least one working day, not " + days);
        }
        LocalDate first = from.atZone(zone).toLocalDate();
        int left = days;
        for (int ahead = 1; ahead <= HORIZON_DAYS; ahead++) {
            LocalDate day = first.plusDays(ahead);
            Optional<Shift> shift = works(day, role, hours);
            if (shift.isPresent() && --left == 0) {
                return Optional.of(at(day, shift.get().end()));
            }
        }
        return Optional.empty();
    }

    private Optional<Instant> countBack(Instant from, int days, PractitionerRole role, WorkingHours hours) {
        LocalDate last = from.atZone(zone).toLocalDate();
        int left = days;
        for (int back = days == 0 ? 0 : 1; back <= HORIZON_DAYS; back++) {
            LocalDate day = last.minusDays(back);
            Optional<Shift> shift = works(day, role, hours);
            if (shift.isPresent() && --left <= 0) {
                return Optional.of(at(day, shift.get().start()));
            }
        }
        return Optional.empty();
    }

    /** The hours of that day; empty when it is no working day. Half a day off leaves a working day. */
    private Optional<Shift> works(LocalDate day, PractitionerRole role, WorkingHours hours) {
        return hours.on(day.getDayOfWeek())
                .filter(shift -> !holidays.isHoliday(day))
                .filter(shift -> presence.isPresent(role, at(day, shift.start()))
                        || presence.isPresent(role, at(day, shift.end())));
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }
}
