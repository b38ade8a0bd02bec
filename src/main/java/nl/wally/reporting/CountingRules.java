package nl.wally.reporting;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntBiFunction;
import nl.wally.reporting.Breakdown.Contact;
import nl.wally.reporting.Breakdown.Ending;
import nl.wally.reporting.Breakdown.Read;
import nl.wally.reporting.Breakdown.Weeks;
import org.jspecify.annotations.Nullable;

/** In which category of each breakdown a referral is. */
final class CountingRules {
    static final String NO_AREA = "none";

    /** How a referral ends without help; rejected before anything began, failed on the way, cancelled by the other side. */
    static final List<String> STOPPED = List.of("rejected", "failed", "cancelled");

    /** The last day of each class of {@link Weeks}; after the last one comes "more". */
    private static final List<Integer> LAST_DAYS = List.of(14, 28, 56, 91);

    private final ToIntBiFunction<LocalDate, LocalDate> workingDays;

    /** @param workingDays how many there are from one day on and before another one */
    CountingRules(ToIntBiFunction<LocalDate, LocalDate> workingDays) {
        this.workingDays = workingDays;
    }

    String category(Breakdown breakdown, Fact fact) {
        return switch (breakdown) {
            case MONTH -> Integer.toString(fact.received().getMonthValue());
            case PRACTICE -> fact.practice();
            case AREA -> Objects.requireNonNullElse(fact.area(), NO_AREA);
            case CONTACT -> contact(fact);
            case ENDING -> ending(fact);
            case OUTCOME -> Objects.requireNonNullElse(fact.outcome(), "");
            case FEEDBACK -> weeks(fact);
            case READING -> fact.confirmed() ? Read.CONFIRMED : fact.fetched() ? Read.FETCHED : Read.WAITING;
            case STOPPED -> fact.status();
        };
    }

    private static String ending(Fact fact) {
        if (fact.status().equals("completed")) {
            return Ending.COMPLETED;
        }
        return STOPPED.contains(fact.status()) ? Ending.STOPPED : Ending.OPEN;
    }

    private String contact(Fact fact) {
        if (fact.tried() == null) {
            return Contact.NOT_TRIED;
        }
        boolean late = days(fact.received(), fact.tried()) > 5;
        if (fact.reached() == null) {
            return late ? Contact.NOT_REACHED_LATE : Contact.NOT_REACHED;
        }
        int days = days(fact.received(), fact.reached());
        if (days <= 5) {
            return days <= 1 ? Contact.REACHED_1 : days == 2 ? Contact.REACHED_2 : Contact.REACHED_5;
        }
        if (days <= 10) {
            return late ? Contact.REACHED_10_LATE : Contact.REACHED_10;
        }
        return late ? Contact.REACHED_LATER_LATE : Contact.REACHED_LATER;
    }

    private int days(LocalDate from, LocalDate to) {
        return workingDays.applyAsInt(from, to);
    }

    private static String weeks(Fact fact) {
        @Nullable LocalDate feedback = fact.feedback();
        long days = feedback == null ? Long.MAX_VALUE : ChronoUnit.DAYS.between(fact.received(), feedback);
        int place = (int) LAST_DAYS.stream().filter(last -> days > last).count();
        return Weeks.ALL.get(place);
    }
}
