package nl.wally.routing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.TimeZone;
import nl.wally.team.Periods;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;

/**
 * A time during which nobody who may receive the referrals of a team is there, to the second.
 *
 * @param end the first moment after it; {@link Instant#MAX} when nobody knows
 */
public record Uncovered(Instant start, Instant end) {
    public Uncovered {
        start = start.truncatedTo(ChronoUnit.SECONDS);
        end = end.equals(Instant.MAX) ? end : end.truncatedTo(ChronoUnit.SECONDS);
    }

    static Uncovered of(Period period) {
        return new Uncovered(
                period.getStart().toInstant(),
                // The zone plays no part: what the server writes has seconds.
                Periods.endOf(period, java.time.ZoneOffset.UTC).orElse(Instant.MAX));
    }

    /** As FHIR has it: its end is the last second of it. */
    Period period(TimeZone zone) {
        Period period = new Period().setStartElement(time(start, zone));
        return end.equals(Instant.MAX) ? period : period.setEndElement(time(end.minusSeconds(1), zone));
    }

    boolean isEmpty() {
        return !start.isBefore(end);
    }

    boolean covers(Instant moment) {
        return !start.isAfter(moment) && moment.isBefore(end);
    }

    private static DateTimeType time(Instant moment, TimeZone zone) {
        return new DateTimeType(Date.from(moment), ca.uhn.fhir.model.api.TemporalPrecisionEnum.SECOND, zone);
    }
}
