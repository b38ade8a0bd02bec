package nl.wally.reporting;

import java.time.LocalDate;
import java.util.UUID;

/** Rules and facts for tests. */
final class Counting {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private Counting() {}

    /** With weeks of five days and no holidays. */
    static CountingRules rules() {
        return new CountingRules((from, to) -> (int) from.datesUntil(to)
                .filter(day -> day.getDayOfWeek().getValue() <= 5)
                .count());
    }

    static Fact read(boolean fetched, boolean confirmed) {
        return new Fact(
                UUID.randomUUID(), DAY, "o", "p", null, "completed", "helped", DAY, DAY, DAY, fetched, confirmed);
    }

    /** One of this practice, with this area of life, that stands like this and ended for the person like that. */
    static Fact fact(String practice, String area, String status, String outcome) {
        return new Fact(UUID.randomUUID(), DAY, "o", practice, area, status, outcome, null, null, null, false, false);
    }
}
