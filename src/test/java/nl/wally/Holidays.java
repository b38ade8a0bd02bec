package nl.wally;

import java.time.LocalDate;
import java.util.Set;

/** What calendars on paper say, for those that work out what should happen without asking the server. */
public final class Holidays {
    /** The Dutch public holidays of 2027 on which nobody works, and of the beginning of 2028. */
    public static final Set<LocalDate> OF_2027 = Set.of(
            LocalDate.of(2027, 1, 1),
            LocalDate.of(2027, 3, 28),
            LocalDate.of(2027, 3, 29),
            LocalDate.of(2027, 4, 27),
            LocalDate.of(2027, 5, 6),
            LocalDate.of(2027, 5, 16),
            LocalDate.of(2027, 5, 17),
            LocalDate.of(2027, 12, 25),
            LocalDate.of(2027, 12, 26),
            LocalDate.of(2028, 1, 1));

    private Holidays() {}
}
