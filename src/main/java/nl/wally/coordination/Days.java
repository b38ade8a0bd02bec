package nl.wally.coordination;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import nl.wally.team.WorkingCalendar;
import org.springframework.stereotype.Component;

/** Days and moments in the time zone of the teams. */
@Component
class Days {
    private final Clock clock;
    private final ZoneId zone;

    Days(Clock clock, WorkingCalendar calendar) {
        this.clock = clock;
        this.zone = calendar.zone();
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return of(clock.instant());
    }

    ZoneId zone() {
        return zone;
    }

    LocalDate of(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    LocalDate of(Date moment) {
        return of(moment.toInstant());
    }

    /** The first moment of a day. */
    Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
