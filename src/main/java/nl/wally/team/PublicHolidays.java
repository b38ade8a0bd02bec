package nl.wally.team;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The Dutch public holidays on which nobody works. Which of them count is agreed per employer, so it is a setting: the
 * keys that Jollyday gives them, with {@code /5} for only every fifth year.
 */
final class PublicHolidays {
    /**
     * The national days off. Good Friday is left out: it is a working day outside banks and schools. Liberation Day (5
     * May) counts in the years of a lustrum only (2030, 2035): where an employer gives it every year, write
     * {@code LIBERATION}. When in doubt a day is a working day, so that a promised date is rather too early than too late.
     */
    public static final List<String> DEFAULT = List.of(
            "NEW_YEAR",
            "KINGS_DAY",
            "LIBERATION/5",
            "FIRST_CHRISTMAS_DAY",
            "SECOND_CHRISTMAS_DAY",
            "christian.EASTER",
            "christian.EASTER_MONDAY",
            "christian.ASCENSION_DAY",
            "christian.PENTECOST",
            "christian.PENTECOST_MONDAY");

    private final Map<String, Integer> everyYears = new HashMap<>();
    private final HolidayManager manager =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.NETHERLANDS));
    private final Map<Integer, Set<LocalDate>> known = new ConcurrentHashMap<>();

    /**
     * Chooses the holidays that count.
     *
     * @param names keys of Jollyday's Dutch calendar, each with {@code /n} for every n years only
     * @throws IllegalArgumentException when a name is not in the Dutch calendar
     */
    public PublicHolidays(List<String> names) {
        Set<String> existing = manager.getHolidays(Year.of(2026)).stream()
                .map(holiday -> holiday.getPropertiesKey())
                .collect(Collectors.toSet());
        for (String name : names) {
            String[] parts = name.split("/", 2);
            if (!existing.contains(parts[0]) || parts.length == 2 && !parts[1].matches("[1-9]\\d?")) {
                throw new IllegalArgumentException("Unknown public holiday '" + name + "'; known are "
                        + existing.stream().sorted().collect(Collectors.joining(", ")));
            }
            everyYears.put(parts[0], parts.length == 2 ? Integer.parseInt(parts[1]) : 1);
        }
    }

    /** Whether nobody works on this day because it is a public holiday that counts. */
    public boolean isHoliday(LocalDate day) {
        return known.computeIfAbsent(day.getYear(), this::of).contains(day);
    }

    private Set<LocalDate> of(int year) {
        return manager.getHolidays(Year.of(year)).stream()
                .filter(holiday -> {
                    Integer every = everyYears.get(holiday.getPropertiesKey());
                    return every != null && year % every == 0;
                })
                .map(holiday -> holiday.getDate())
                .collect(Collectors.toUnmodifiableSet());
    }
}
