package nl.wally.shared;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.hl7.fhir.r4.model.BaseDateTimeType;

/** Whether a time that somebody wrote down lies ahead of now, by more than clocks differ ({@link Problem#TIME_IN_FUTURE}). */
public final class Ahead {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    /** Where whoever writes a day without a time looks at the calendar, wherever the server stands. */
    private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");

    private Ahead() {}

    /** False for no time at all. What is said no closer than to the day lies ahead when that day, month or year has yet to begin. */
    public static boolean isAhead(BaseDateTimeType time, Instant now) {
        return time.hasValue() && begin(time).isAfter(now.plus(TOLERANCE));
    }

    private static Instant begin(BaseDateTimeType time) {
        return time.getPrecision().compareTo(TemporalPrecisionEnum.DAY) > 0
                ? time.getValue().toInstant()
                : LocalDate.of(time.getYear(), time.getMonth() + 1, time.getDay())
                        .atStartOfDay(HERE)
                        .toInstant();
    }
}
