package nl.wally.coordination;

import static nl.wally.shared.Words.words;

import java.time.DayOfWeek;
import nl.wally.shared.Words;

/** A day of the week, as people call it. */
record Weekday(DayOfWeek day, Words name) {
    static Weekday of(DayOfWeek day) {
        return new Weekday(
                day,
                switch (day) {
                    case MONDAY -> words("Monday");
                    case TUESDAY -> words("Tuesday");
                    case WEDNESDAY -> words("Wednesday");
                    case THURSDAY -> words("Thursday");
                    case FRIDAY -> words("Friday");
                    case SATURDAY -> words("Saturday");
                    case SUNDAY -> words("Sunday");
                });
    }
}
