package nl.wally.team;

import java.time.ZoneId;

/** The calendar of the default settings, for tests of other modules. */
public final class DutchCalendar {
    public static final WorkingCalendar CALENDAR =
            new WorkingCalendar(ZoneId.of("Europe/Amsterdam"), new PublicHolidays(PublicHolidays.DEFAULT));

    private DutchCalendar() {}
}
