package nl.wally.clock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What people do in the year 2027 with what they promised: some call, some do not, some hand over, ask, or put on hold.
 * Drawn at random; the same seed gives the same year.
 */
final class PromisePlan {
    static final LocalDate FIRST = LocalDate.of(2027, 1, 1);

    /** Around the days on which a calendar goes wrong: the clocks change, a holiday, the end of the year. */
    private static final List<String> DELICATE =
            List.of("2027-03-25T10:00", "2027-10-28T16:30", "2027-12-31T15:00", "2027-12-23T11:00", "2027-04-26T09:00");

    private static final Set<DayOfWeek> WEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    final Person joris = new Person("Joris", WEEK, LocalTime.of(9, 0), LocalTime.of(17, 0), List.of());
    final List<Person> wallies = new ArrayList<>();
    final List<Story> stories = new ArrayList<>();
    private final Random random;

    /** Somebody who works on these days; both days of an absence included, entered before the year begins. */
    record Person(String name, Set<DayOfWeek> days, LocalTime start, LocalTime end, List<Away> aways) {
        boolean isAway(LocalDate day) {
            return aways.stream().anyMatch(away -> !day.isBefore(away.from()) && !day.isAfter(away.to()));
        }
    }

    record Away(LocalDate from, LocalDate to) {}

    /** What becomes of a referral. */
    enum Plot {
        /** Nobody ever calls. */
        SILENT,
        /** Somebody calls at the end. */
        CALLED,
        /** The owner hands over in the middle, and then nobody calls. */
        HANDED_OVER,
        /** Called at once; feedback is given at the end, or never. */
        FEEDBACK,
        /** Called at once; the GP is asked in the middle, and answers at the end, or never. */
        QUESTION,
        /** Called at once; on hold from the middle to the end, or for good. */
        ON_HOLD,
        /** Called at once; on hold from the middle to the end, and then no feedback. */
        FEEDBACK_AFTER_HOLD
    }

    /**
     * A referral to the practice of this Wally.
     *
     * @param date by when feedback is wanted
     * @param resume when it goes on after it was on hold
     * @param end null: never
     */
    record Story(
            LocalDateTime at,
            Person wally,
            Plot plot,
            LocalDateTime middle,
            @Nullable LocalDateTime end,
            LocalDate date,
            LocalDate resume) {
        boolean wantsFeedback() {
            return plot == Plot.FEEDBACK || plot == Plot.FEEDBACK_AFTER_HOLD;
        }
    }

    PromisePlan(long seed, int referrals) {
        random = new Random(seed);
        wallies.add(person("Sanne", WEEK, "09:00", "17:00"));
        wallies.add(
                person("Mo", EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.THURSDAY), "08:30", "12:30"));
        wallies.add(person("Els", EnumSet.of(DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY), "10:00", "18:15"));
        for (int number = 0; number < referrals; number++) {
            LocalDateTime at = number < DELICATE.size()
                    ? LocalDateTime.parse(DELICATE.get(number))
                    : FIRST.atStartOfDay().plusMinutes(random.nextInt(365 * 24 * 60));
            stories.add(story(at, Plot.values()[number % Plot.values().length]));
        }
    }

    private Person person(String name, Set<DayOfWeek> days, String start, String end) {
        List<Away> aways = new ArrayList<>();
        for (int month = 0; month < 12; month += 3) {
            LocalDate from = FIRST.plusMonths(month).plusDays(random.nextInt(80));
            aways.add(new Away(from, from.plusDays(random.nextInt(3, 18))));
        }
        return new Person(name, days, LocalTime.parse(start), LocalTime.parse(end), aways);
    }

    private Story story(LocalDateTime at, Plot plot) {
        boolean soon = plot == Plot.HANDED_OVER;
        LocalDateTime middle = at.plusMinutes(random.nextInt(60, soon ? 36 * 60 : 6 * 24 * 60));
        LocalDateTime end = middle.plusMinutes(random.nextInt(60, 20 * 24 * 60));
        boolean never = plot != Plot.CALLED && plot != Plot.FEEDBACK_AFTER_HOLD && random.nextInt(3) == 0;
        return new Story(
                at,
                wallies.get(random.nextInt(wallies.size())),
                plot,
                middle,
                never ? null : end,
                middle.toLocalDate().plusDays(random.nextInt(3, 12)),
                middle.toLocalDate().plusDays(random.nextInt(2, 15)));
    }
}
