package nl.wally.story;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A year of {@value #PRACTICES} practices: who works where and on which days, holidays, illnesses, leavers, newcomers and
 * gaps, and the moments at which referrals come. Drawn at random; the same seed gives the same year.
 */
final class YearPlan {
    static final int PRACTICES = 20;
    static final LocalDate FIRST = LocalDate.of(2027, 1, 1);
    /** So many days before somebody leaves or starts it is entered. */
    static final int NOTICE = 10;

    private static final List<Set<DayOfWeek>> WEEKS = List.of(
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.THURSDAY),
            EnumSet.of(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY),
            EnumSet.of(DayOfWeek.WEDNESDAY));

    final List<Person> people = new ArrayList<>();
    final List<Practice> practices = new ArrayList<>();
    final List<Arrival> arrivals;
    private final Random random;

    /** Both days included. Illness is entered on its first day and ended on the day after its last. */
    record Away(LocalDate from, LocalDate to, boolean illness) {}

    /** Somebody who works until the end of the working day; who leaves has a last day. */
    static final class Person {
        final int number;
        final boolean coach;
        final Set<DayOfWeek> days;
        final LocalTime end;
        final List<Away> aways = new ArrayList<>();

        @Nullable
        LocalDate lastDay;

        Person(int number, boolean coach, Set<DayOfWeek> days, LocalTime end) {
            this.number = number;
            this.coach = coach;
            this.days = days;
            this.end = end;
        }
    }

    /** Somebody's place in a team: contact, substitute or coach; both days included. */
    record Place(
            String role,
            Person person,
            LocalDate from,
            @Nullable LocalDate to) {}

    /** A practice with its way of working and within how many working days a first call is promised. */
    record Practice(int number, String way, int routine, int urgent, List<Place> places) {}

    /** A referral comes; {@code wanted} is the place in the team that the GP asks for, if any. */
    record Arrival(
            LocalDateTime at,
            Practice practice,
            boolean urgent,
            @Nullable String wanted) {}

    YearPlan(long seed, int referrals) {
        random = new Random(seed);
        List<Person> contacts = IntStream.range(0, PRACTICES)
                .mapToObj(number -> person(way(number).equals("C") && number % 2 == 0))
                .toList();
        for (int number = 0; number < PRACTICES; number++) {
            Person neighbour = contacts.get((number + 1) % PRACTICES);
            String way = way(number);
            List<Place> places = new ArrayList<>();
            places.add(new Place("contact", contacts.get(number), FIRST, null));
            places.add(new Place(
                    "substitute", neighbour.coach && !way.equals("C") ? person(false) : neighbour, FIRST, null));
            if (!way.equals("C") && number % 3 != 1) {
                places.add(new Place("coach", person(true), FIRST, null));
            }
            boolean quick = number % 7 == 3;
            practices.add(new Practice(number, way, quick ? 3 : 5, quick ? 1 : 2, places));
        }
        IntStream.range(0, 7).forEach(index -> succeed(practices.get(index * 3 % PRACTICES)));
        IntStream.range(0, 5).forEach(index -> withoutSubstitute(practices.get((index * 4 + 1) % PRACTICES)));
        arrivals = IntStream.range(0, referrals)
                .mapToObj(index -> arrival())
                .sorted(Comparator.comparing(Arrival::at))
                .toList();
    }

    private static String way(int practice) {
        return practice % 2 == 0 && practice < 10 ? "B" : practice >= 14 ? "C" : "A";
    }

    private Person person(boolean coach) {
        Person person = new Person(
                people.size(),
                coach,
                WEEKS.get(random.nextInt(WEEKS.size())),
                random.nextInt(3) == 0 ? LocalTime.of(12, 30) : LocalTime.of(17, 0));
        for (int holiday = random.nextInt(2, 6); holiday > 0; holiday--) {
            away(person, random.nextInt(3, 22), false);
        }
        if (random.nextBoolean()) {
            away(person, random.nextInt(1, 30), true);
        }
        people.add(person);
        return person;
    }

    private void away(Person person, int days, boolean illness) {
        LocalDate from = FIRST.plusDays(random.nextInt(1, 360));
        person.aways.add(new Away(from, from.plusDays(days - 1L), illness));
    }

    /** The contact leaves for good; somebody new comes at once, or only after some weeks. */
    private void succeed(Practice practice) {
        Person leaver = practice.places.get(0).person;
        if (leaver.lastDay != null) {
            return;
        }
        leaver.lastDay = FIRST.plusDays(random.nextInt(40, 300));
        Person successor = person(leaver.coach);
        LocalDate start = leaver.lastDay.plusDays(random.nextBoolean() ? 1 : random.nextInt(15, 60));
        practice.places.set(0, new Place("contact", leaver, FIRST, leaver.lastDay));
        practice.places.add(new Place("contact", successor, start, null));
    }

    /** For some time of the year nobody is the substitute. */
    private void withoutSubstitute(Practice practice) {
        Place place = practice.places.get(1);
        LocalDate end = FIRST.plusDays(random.nextInt(30, 200));
        practice.places.set(1, new Place("substitute", place.person, FIRST, end));
        practice.places.add(new Place("substitute", person(false), end.plusDays(random.nextInt(30, 120)), null));
    }

    private Arrival arrival() {
        LocalDateTime at = FIRST.atStartOfDay()
                .plusDays(random.nextInt(365))
                .plusMinutes(random.nextInt(24 * 60))
                .plusSeconds(5);
        String wanted = random.nextInt(8) == 0 ? (random.nextBoolean() ? "coach" : "substitute") : null;
        Practice practice = practices.get(random.nextInt(PRACTICES));
        return new Arrival(at, practice, random.nextInt(6) == 0, wanted);
    }
}
