package nl.wally.story;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.wally.Holidays;
import nl.wally.story.YearPlan.Arrival;
import nl.wally.story.YearPlan.Person;
import nl.wally.story.YearPlan.Place;

/**
 * Who gets a referral (W-1) and by when the first call is promised (W-8), worked out day by day as a person with a
 * calendar would. It knows the plan of the year and nothing of the server.
 */
final class YearOracle {
    private YearOracle() {}

    /**
     * What should happen to a referral.
     *
     * @param to contact, substitute, coach or unattended
     */
    record Expected(String to, Optional<Person> owner, LocalDateTime due) {}

    /** Who has this place in the team on the day when the referral comes; nobody is a gap. */
    static Optional<Person> holder(Arrival arrival, String role) {
        LocalDate day = arrival.at().toLocalDate();
        return arrival.practice().places().stream()
                .filter(place -> place.role().equals(role))
                .filter(place -> !day.isBefore(place.from()) && (place.to() == null || !day.isAfter(place.to())))
                .map(Place::person)
                .filter(person -> worksHere(person, day))
                .findFirst();
    }

    /** Who may receive a referral, the first choice first. */
    static List<String> order(Arrival arrival) {
        return arrival.practice().way().equals("B")
                ? List.of("contact", "substitute", "coach")
                : List.of("contact", "substitute");
    }

    static Expected expect(Arrival arrival) {
        LocalDate day = arrival.at().toLocalDate();
        int promised = arrival.urgent()
                ? arrival.practice().urgent()
                : arrival.practice().routine();
        List<String> held = order(arrival).stream()
                .filter(role -> holder(arrival, role).isPresent())
                .toList();
        // Whom the GP wants, when they are there; otherwise the fixed Wally, the substitute, the coach.
        Optional<String> chosen = Stream.concat(Stream.ofNullable(arrival.wanted()), held.stream())
                .filter(role -> holder(arrival, role)
                        .filter(person -> isThere(person, day))
                        .isPresent())
                .findFirst();
        if (chosen.isEmpty()) {
            Optional<Person> finder = held.stream().findFirst().flatMap(role -> holder(arrival, role));
            return new Expected("unattended", finder, officeDue(day, promised));
        }
        Person owner = holder(arrival, chosen.get()).orElseThrow();
        return new Expected(chosen.get(), Optional.of(owner), due(owner, day, promised));
    }

    private static boolean worksHere(Person person, LocalDate day) {
        return person.lastDay == null || !day.isAfter(person.lastDay);
    }

    private static boolean isThere(Person person, LocalDate day) {
        return person.aways.stream().noneMatch(away -> !day.isBefore(away.from()) && !day.isAfter(away.to()));
    }

    /** Counted in the days on which this person will work, as far as that is known today: illness is not foreseen. */
    private static LocalDateTime due(Person person, LocalDate today, int promised) {
        boolean leavingIsKnown = person.lastDay != null && !today.isBefore(person.lastDay.minusDays(YearPlan.NOTICE));
        Predicate<LocalDate> works = day -> person.days.contains(day.getDayOfWeek())
                && !Holidays.OF_2027.contains(day)
                && !(leavingIsKnown && day.isAfter(person.lastDay))
                && person.aways.stream()
                        .filter(away -> !away.illness())
                        .noneMatch(away -> !day.isBefore(away.from()) && !day.isAfter(away.to()));
        // Who has not that many days left has no working days to promise: then those of the office count.
        return count(today, promised, works)
                .map(day -> day.atTime(person.end))
                .orElseGet(() -> officeDue(today, promised));
    }

    private static LocalDateTime officeDue(LocalDate today, int promised) {
        Predicate<LocalDate> open = day -> day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !Holidays.OF_2027.contains(day);
        return count(today, promised, open).orElseThrow().atTime(LocalTime.of(17, 0));
    }

    /** The day of the referral does not count; a year ahead is as far as anybody looks. */
    private static Optional<LocalDate> count(LocalDate today, int promised, Predicate<LocalDate> counts) {
        return today.plusDays(1)
                .datesUntil(today.plusYears(1).plusDays(1))
                .filter(counts)
                .skip(promised - 1L)
                .findFirst();
    }
}
