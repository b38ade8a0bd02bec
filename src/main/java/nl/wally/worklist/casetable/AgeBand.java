package nl.wally.worklist.casetable;

import java.time.LocalDate;
import java.time.Period;

/** How old somebody is, in bands of ten years, as {@code 50-59}. */
final class AgeBand {
    private static final int BAND = 10;

    /** From here on there are few enough to recognise. */
    private static final int OLD = 90;

    private AgeBand() {}

    static String of(LocalDate born, LocalDate today) {
        int age = Math.max(0, Period.between(born, today).getYears());
        int low = age / BAND * BAND;
        return age >= OLD ? OLD + "+" : low + "-" + (low + BAND - 1);
    }
}
