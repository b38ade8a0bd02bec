package nl.wally.coordination;

import static nl.wally.shared.Words.words;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.wally.team.WorkingHours;
import nl.wally.team.WorkingHours.Shift;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.PractitionerRole.DaysOfWeek;

/** On which days of the week somebody works, and from when to when (W-8). */
final class HoursForm {
    /** The days as a form shows them. */
    static final List<Weekday> WEEK =
            Arrays.stream(DayOfWeek.values()).map(Weekday::of).toList();

    private static final String YES = "yes";

    private HoursForm() {}

    /** As it is now; the office week where nothing is said. */
    static Form of(PractitionerRole role, Form form) {
        WorkingHours.of(role)
                .shifts()
                .forEach((day, shift) -> form.with("works-" + day, YES)
                        .with("from-" + day, shift.start().toString())
                        .with("until-" + day, time(shift.end())));
        return form;
    }

    /** Puts what was filled in into a role, and says at the fields what is wrong with it. */
    static void apply(Form form, PractitionerRole role) {
        Map<DayOfWeek, Shift> shifts = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (form.has("works-" + day, YES)) {
                shift(form, day).ifPresent(shift -> shifts.put(day, shift));
            }
        }
        if (form.isGood() && shifts.isEmpty()) {
            form.reject("works", words("Choose at least one day. Somebody who is away for long has an absence."));
        }
        if (!form.isGood() || shifts.equals(WorkingHours.of(role).shifts())) {
            return;
        }
        role.getAvailableTime().clear();
        shifts.forEach((day, shift) -> role.addAvailableTime()
                .addDaysOfWeek(DaysOfWeek.fromCode(day.name().substring(0, 3).toLowerCase(Locale.ROOT)))
                .setAvailableStartTime(shift.start() + ":00")
                .setAvailableEndTime(shift.end() + ":00"));
    }

    private static Optional<Shift> shift(Form form, DayOfWeek day) {
        Optional<LocalTime> start = form.time("from-" + day);
        Optional<LocalTime> end = form.time("until-" + day);
        if (start.isPresent() && end.isPresent() && !start.get().isBefore(end.get())) {
            form.reject("until-" + day, words("The day ends before it begins."));
        }
        return start.flatMap(from -> end.map(until -> new Shift(from, until)));
    }

    /** A whole day ends a second before midnight, which no field for a time can say. */
    private static String time(LocalTime end) {
        return end.withSecond(0).toString();
    }
}
