package nl.wally.team;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.jspecify.annotations.Nullable;

/**
 * Whether a FHIR Period covers a moment. Both ends belong to it; an end without a time covers its whole day, month or
 * year in the given zone (FHIR R4, Period.end); a missing end is open.
 */
public final class Periods {
    private Periods() {}

    /** Whether the period covers the moment; an absent period covers every moment. */
    public static boolean covers(@Nullable Period period, Instant at, ZoneId zone) {
        if (period == null) {
            return true;
        }
        boolean begun = !period.hasStart() || !at.isBefore(first(period.getStartElement(), zone));
        return begun && (!period.hasEnd() || at.isBefore(afterLast(period.getEndElement(), zone)));
    }

    /** The first moment of the period; empty when it has no start. */
    public static Optional<Instant> startOf(Period period, ZoneId zone) {
        return period.hasStart() ? Optional.of(first(period.getStartElement(), zone)) : Optional.empty();
    }

    /** The first moment after the period; empty when it has no end. */
    public static Optional<Instant> endOf(Period period, ZoneId zone) {
        return period.hasEnd() ? Optional.of(afterLast(period.getEndElement(), zone)) : Optional.empty();
    }

    /** The first moment of it, and the first moment after it, as far as it has them. */
    static Stream<Instant> turns(Period period, ZoneId zone) {
        return Stream.of(start(period, zone), end(period, zone))
                .filter(moment -> !moment.equals(Instant.MIN) && !moment.equals(Instant.MAX));
    }

    /** Whether there is a moment that both periods cover. */
    static boolean overlap(Period one, Period other, ZoneId zone) {
        return start(one, zone).isBefore(end(other, zone)) && start(other, zone).isBefore(end(one, zone));
    }

    /** The first moment of it; {@link Instant#MIN} when it is open. */
    static Instant start(Period period, ZoneId zone) {
        return period.hasStart() ? first(period.getStartElement(), zone) : Instant.MIN;
    }

    /** The first moment after it; {@link Instant#MAX} when it is open. */
    static Instant end(Period period, ZoneId zone) {
        return period.hasEnd() ? afterLast(period.getEndElement(), zone) : Instant.MAX;
    }

    private static Instant first(DateTimeType time, ZoneId zone) {
        String text = time.getValueAsString();
        return text.contains("T")
                ? time.getValue().toInstant()
                : firstDay(text).atStartOfDay(zone).toInstant();
    }

    private static Instant afterLast(DateTimeType time, ZoneId zone) {
        String text = time.getValueAsString();
        return switch (text.length()) {
            case 4 -> firstDay(text).plusYears(1).atStartOfDay(zone).toInstant();
            case 7 -> firstDay(text).plusMonths(1).atStartOfDay(zone).toInstant();
            case 10 -> firstDay(text).plusDays(1).atStartOfDay(zone).toInstant();
            // The last second, or millisecond where it is given, still belongs to the period.
            default ->
                text.contains(".")
                        ? time.getValue().toInstant().plusMillis(1)
                        : time.getValue().toInstant().plusSeconds(1);
        };
    }

    private static LocalDate firstDay(String text) {
        return switch (text.length()) {
            case 4 -> Year.parse(text).atDay(1);
            case 7 -> YearMonth.parse(text).atDay(1);
            default -> LocalDate.parse(text);
        };
    }
}
