package nl.wally.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.wally.mail.Choice.Moments;

/** When letters that wait are sent, by what somebody chose. */
final class MomentRules {
    /** Who is not there for so long gets a digest all the same. */
    private static final int HORIZON_DAYS = 366;

    /** Clocks of nodes differ by less; a letter of later than this was written while a clock was wrong. */
    private static final Duration LITTLE = Duration.ofDays(1);

    private final ZoneId zone;

    /** @param zone in which hours are meant */
    MomentRules(ZoneId zone) {
        this.zone = zone;
    }

    /** What of this somebody wants at all. */
    List<Letter> wanted(Choice choice, List<Letter> letters) {
        return letters.stream()
                .filter(letter ->
                        choice.moments() != Moments.OFF || letter.kind().isUrgent())
                .toList();
    }

    /**
     * From when on these may be sent; what cannot wait takes the others along.
     *
     * @param wanted at least one
     * @param oldest since when the first of them waits; what waits since a day that is yet to come, for a clock was wrong then,
     *     waits no longer
     * @param works whether the receiver works on a day
     */
    Instant from(Choice choice, List<Letter> wanted, Instant oldest, Instant now, Predicate<LocalDate> works) {
        if (oldest.isAfter(now.plus(LITTLE))) {
            return now;
        }
        boolean urgent = wanted.stream().anyMatch(letter -> letter.kind().isUrgent());
        return urgent || choice.moments() != Moments.DIGEST ? oldest : next(choice, oldest, works);
    }

    /** The first hour of a digest that is not before this moment. */
    private Instant next(Choice choice, Instant after, Predicate<LocalDate> works) {
        LocalDate today = after.atZone(zone).toLocalDate();
        return Stream.iterate(today, day -> day.plusDays(1))
                .limit(HORIZON_DAYS)
                .filter(works)
                .flatMap(day ->
                        choice.hours().stream().map(hour -> day.atTime(hour, 0).atZone(zone)))
                .map(ZonedDateTime::toInstant)
                .filter(moment -> !moment.isBefore(after))
                .findFirst()
                .orElse(after);
    }
}
