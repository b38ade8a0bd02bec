package nl.wally.team;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Enumeration;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.PractitionerRole.DaysOfWeek;
import org.hl7.fhir.r4.model.PractitionerRole.PractitionerRoleAvailableTimeComponent;

/**
 * From when to when somebody works on each day of the week, in local time; no entry is a day off, and neither is a day that
 * ends before it starts.
 */
public record WorkingHours(Map<DayOfWeek, Shift> shifts) {
    private static final Set<DayOfWeek> WEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    static final Shift OFFICE = new Shift(LocalTime.of(9, 0), LocalTime.of(17, 0));
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    /** One working day. */
    public record Shift(LocalTime start, LocalTime end) {
        Shift join(Shift other) {
            return new Shift(
                    start.isBefore(other.start) ? start : other.start, end.isAfter(other.end) ? end : other.end);
        }
    }

    /** Monday to Friday, nine to five. */
    static final WorkingHours OFFICE_WEEK =
            new WorkingHours(WEEK.stream().collect(Collectors.toMap(day -> day, day -> OFFICE)));

    /** What {@code availableTime} says; the office week when it says nothing. */
    public static WorkingHours of(PractitionerRole role) {
        if (!role.hasAvailableTime()) {
            return OFFICE_WEEK;
        }
        Map<DayOfWeek, Shift> shifts = new EnumMap<>(DayOfWeek.class);
        for (PractitionerRoleAvailableTimeComponent time : role.getAvailableTime()) {
            Shift shift = shift(time);
            if (shift.start().isBefore(shift.end())) {
                days(time).forEach(day -> shifts.merge(day, shift, Shift::join));
            }
        }
        return new WorkingHours(shifts);
    }

    /** Whether there is no working day in the week at all. */
    boolean areNone() {
        return shifts.isEmpty();
    }

    Optional<Shift> on(DayOfWeek day) {
        return Optional.ofNullable(shifts.get(day));
    }

    private static Set<DayOfWeek> days(PractitionerRoleAvailableTimeComponent time) {
        if (!time.hasDaysOfWeek()) {
            return WEEK;
        }
        return time.getDaysOfWeek().stream()
                .map(Enumeration::getValue)
                .map(WorkingHours::day)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
    }

    private static DayOfWeek day(DaysOfWeek day) {
        String code = day.toCode();
        for (DayOfWeek candidate : DayOfWeek.values()) {
            if (candidate.name().toLowerCase(Locale.ROOT).startsWith(code)) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("Not a day of the week: " + code);
    }

    private static Shift shift(PractitionerRoleAvailableTimeComponent time) {
        if (time.getAllDay()) {
            return new Shift(LocalTime.MIDNIGHT, LAST_SECOND);
        }
        LocalTime start = time.hasAvailableStartTime() ? LocalTime.parse(time.getAvailableStartTime()) : OFFICE.start();
        LocalTime end = time.hasAvailableEndTime() ? LocalTime.parse(time.getAvailableEndTime()) : OFFICE.end();
        return new Shift(start, end);
    }
}
