package nl.wally.clock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import nl.wally.Holidays;
import nl.wally.clock.PromisePlan.Person;
import nl.wally.clock.PromisePlan.Plot;
import nl.wally.clock.PromisePlan.Story;

/**
 * Who hears what at which minute, worked out day by day as somebody with a paper calendar would. It knows the plan of the
 * year and nothing of the server.
 */
final class PromiseOracle {
    private static final LocalTime FIVE = LocalTime.of(17, 0);
    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final LocalDateTime NEVER = LocalDateTime.of(2100, 1, 1, 0, 0);

    private final Story story;
    private final Person joris;
    private final List<Told> told = new ArrayList<>();

    /**
     * Somebody is told something; {@code who} is a name, or what one is: gp, practice, coordinator.
     *
     * @param question whether it is about the Task of the question
     */
    record Told(LocalDateTime at, String promise, String step, String who, boolean question) {}

    private PromiseOracle(Story story, Person joris) {
        this.story = story;
        this.joris = joris;
    }

    /** Everything that is told because of this referral. */
    static List<Told> of(Story story, Person joris) {
        PromiseOracle oracle = new PromiseOracle(story, joris);
        oracle.tell();
        return oracle.told;
    }

    /** Whom it comes to: the Wally, or Joris while she is away. */
    static Person owner(Story story, Person joris) {
        return story.wally().isAway(story.at().toLocalDate()) ? joris : story.wally();
    }

    /** By when she calls. */
    static LocalDateTime firstContact(Story story, Person joris) {
        Person owner = owner(story, joris);
        return after(story.at().toLocalDate(), 5, works(owner)).atTime(owner.end());
    }

    private void tell() {
        Person owner = owner(story, joris);
        LocalDateTime end = Optional.ofNullable(story.end()).orElse(NEVER);
        LocalDateTime call = firstContact(story, joris);
        switch (story.plot()) {
            case SILENT -> owed("first-contact", story.at(), call, owner, NEVER);
            case CALLED -> owed("first-contact", story.at(), call, owner, end);
            case HANDED_OVER -> handedOver(owner, call);
            case FEEDBACK -> owed("feedback", story.at(), story.date().atTime(FIVE), owner, end);
            case QUESTION -> asked(end);
            case ON_HOLD, FEEDBACK_AFTER_HOLD -> {
                owed("resume", story.middle(), resume(owner), owner, end);
                if (story.plot() == Plot.FEEDBACK_AFTER_HOLD) {
                    feedbackAfterHold(owner, end);
                }
            }
        }
    }

    private LocalDateTime resume(Person owner) {
        return after(story.resume().minusDays(1), 1, works(owner)).atTime(owner.end());
    }

    private void owed(String promise, LocalDateTime since, LocalDateTime due, Person owner, LocalDateTime kept) {
        LocalDateTime reminder = reminder(owner, due);
        if (reminder.isAfter(since) && reminder.isBefore(due) && reminder.isBefore(kept)) {
            remind(promise, reminder, owner);
        }
        overdue(promise, due, owner, kept);
    }

    private void remind(String promise, LocalDateTime at, Person owner) {
        tell(at, promise, "reminder", owner.isAway(at.toLocalDate()) ? other(owner, at) : owner.name());
    }

    private void overdue(String promise, LocalDateTime due, Person owner, LocalDateTime kept) {
        if (due.isBefore(kept)) {
            tell(due, promise, "overdue", owner.name());
            tell(due, promise, "stand-in", other(owner, due));
        }
        LocalDateTime last = late(due);
        if (last.isBefore(kept)) {
            tell(last, promise, "coordinator", "coordinator");
        }
    }

    /** Whoever has it when the day of the reminder comes is reminded; who gets it later than that, at once. */
    private void handedOver(Person owner, LocalDateTime due) {
        Person next = owner == joris ? story.wally() : joris;
        LocalDateTime first = reminder(owner, due);
        LocalDateTime second = reminder(next, due);
        if (first.isAfter(story.at()) && first.isBefore(story.middle())) {
            remind("first-contact", first, owner);
        } else if (second.isAfter(story.at()) && second.isBefore(due)) {
            remind("first-contact", second.isAfter(story.middle()) ? second : story.middle(), next);
        }
        overdue("first-contact", due, next, NEVER);
    }

    private void asked(LocalDateTime answered) {
        LocalDateTime due = after(story.middle().toLocalDate(), 3, OFFICE).atTime(FIVE);
        LocalDateTime reminder = before(due.toLocalDate(), 1, OFFICE).atTime(NINE);
        if (reminder.isBefore(answered)) {
            told.add(new Told(reminder, "answer", "reminder", "gp", true));
        }
        if (due.isBefore(answered)) {
            told.add(new Told(due, "answer", "overdue", "gp", true));
            told.add(new Told(due, "answer", "overdue", "practice", true));
            told.add(new Told(due, "answer", "stand-in", owner(story, joris).name(), true));
        }
        if (late(due).isBefore(answered)) {
            told.add(new Told(late(due), "answer", "coordinator", "coordinator", true));
        }
    }

    /** While it is on hold nobody is told; then there are as many working days more as that took. */
    private void feedbackAfterHold(Person owner, LocalDateTime goesOn) {
        LocalDateTime wanted = story.date().atTime(FIVE);
        long days = story.middle()
                .toLocalDate()
                .datesUntil(goesOn.toLocalDate())
                .filter(works(owner))
                .count();
        LocalDateTime due = days == 0
                ? wanted
                : after(wanted.toLocalDate(), (int) days, works(owner)).atTime(owner.end());
        LocalDateTime early = reminder(owner, wanted);
        LocalDateTime reminder = reminder(owner, due);
        if (early.isAfter(story.at()) && early.isBefore(story.middle())) {
            remind("feedback", early, owner);
        } else if (reminder.isAfter(story.at()) && reminder.isBefore(due) && goesOn.isBefore(due)) {
            remind("feedback", reminder.isAfter(goesOn) ? reminder : goesOn, owner);
        }
        // What passed while it was on hold is told as soon as it goes on.
        LocalDateTime struck = due.isBefore(goesOn) ? goesOn : due;
        tell(struck, "feedback", "overdue", owner.name());
        tell(struck, "feedback", "stand-in", other(owner, struck));
        LocalDateTime last = late(due);
        tell(last.isBefore(goesOn) ? goesOn : last, "feedback", "coordinator", "coordinator");
    }

    private void tell(LocalDateTime at, String promise, String step, String who) {
        told.add(new Told(at, promise, step, who, false));
    }

    /** Who stands in, or the coordinator while nobody can. */
    private String other(Person owner, LocalDateTime at) {
        Person other = owner == joris ? story.wally() : joris;
        return other.isAway(at.toLocalDate()) ? "coordinator" : other.name();
    }

    private static final Predicate<LocalDate> OFFICE = day -> day.getDayOfWeek() != DayOfWeek.SATURDAY
            && day.getDayOfWeek() != DayOfWeek.SUNDAY
            && !Holidays.OF_2027.contains(day);

    private static Predicate<LocalDate> works(Person person) {
        return day ->
                person.days().contains(day.getDayOfWeek()) && !Holidays.OF_2027.contains(day) && !person.isAway(day);
    }

    private static LocalDateTime reminder(Person owner, LocalDateTime due) {
        return before(due.toLocalDate(), 1, works(owner)).atTime(owner.start());
    }

    private static LocalDateTime late(LocalDateTime due) {
        return after(due.toLocalDate(), 2, OFFICE).atTime(FIVE);
    }

    private static LocalDate after(LocalDate day, int count, Predicate<LocalDate> counts) {
        LocalDate found = day;
        for (int left = count; left > 0; ) {
            found = found.plusDays(1);
            left -= counts.test(found) ? 1 : 0;
        }
        return found;
    }

    private static LocalDate before(LocalDate day, int count, Predicate<LocalDate> counts) {
        LocalDate found = day;
        for (int left = count; left > 0; ) {
            found = found.minusDays(1);
            left -= counts.test(found) ? 1 : 0;
        }
        return found;
    }
}
