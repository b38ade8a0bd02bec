package nl.wally.team;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
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

    /** Whether the worker works on this day at all. */
    public boolean isWorkingDay(LocalDate day, PractitionerRole role) {
        return endOfWork(day, role, WorkingHours.of(role)).isPresent();
    }

    private Optional<Instant> count(Instant from, int days, PractitionerRole role, WorkingHours hours) {
        if (days < 1) {
            throw new IllegalArgumentException("At least one working day, not " + days);
        }
        LocalDate first = from.atZone(zone).toLocalDate();
        int left = days;
        for (int ahead = 1; ahead <= HORIZON_DAYS; ahead++) {
            Optional<Instant> end = endOfWork(first.plusDays(ahead), role, hours);
            if (end.isPresent() && --left == 0) {
                return end;
            }
        }
        return Optional.empty();
    }

    /** When work ends that day; empty when it is no working day. Half a day off leaves a working day. */
    private Optional<Instant> endOfWork(LocalDate day, PractitionerRole role, WorkingHours hours) {
        Optional<Shift> shift = hours.on(day.getDayOfWeek());
        if (shift.isEmpty() || holidays.isHoliday(day)) {
            return Optional.empty();
        }
        Instant start = day.atTime(shift.get().start()).atZone(zone).toInstant();
        Instant end = day.atTime(shift.get().end()).atZone(zone).toInstant();
        boolean there = presence.isPresent(role, start) || presence.isPresent(role, end);
        return there ? Optional.of(end) : Optional.empty();
    }
}
