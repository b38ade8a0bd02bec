package nl.wally.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import nl.wally.reporting.Breakdown.Contact;
import nl.wally.reporting.Breakdown.Ending;
import nl.wally.reporting.Breakdown.Read;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountingRulesTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private final CountingRules rules = Counting.rules();

    /** After so many calendar days from a Monday. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "0, 0, reached-1",
                "1, 1, reached-1",
                "1, 2, reached-2",
                "0, 3, reached-5",
                "0, 7, reached-5",
                "7, 8, reached-10",
                "8, 8, reached-10-late",
                "1, 14, reached-10",
                "1, 15, reached-later",
                "9, 15, reached-later-late",
                "7, -, not-reached",
                "8, -, not-reached-late",
                "-, -, not-tried"
            })
    void putsAttemptsAndReachingInOneCategory(@Nullable Integer tried, @Nullable Integer reached, String category) {
        assertThat(rules.category(Breakdown.CONTACT, fact("accepted", tried, reached, null)))
                .isEqualTo(category);
        assertThat(Contact.ALL).contains(category);
    }

    @ParameterizedTest
    @CsvSource({
        "0, weeks-2",
        "14, weeks-2",
        "15, weeks-4",
        "28, weeks-4",
        "56, weeks-8",
        "91, weeks-13",
        "92, weeks-more"
    })
    void countsWeeksUntilTheFeedback(int days, String category) {
        assertThat(rules.category(Breakdown.FEEDBACK, fact("completed", 1, 1, days)))
                .isEqualTo(category);
    }

    @ParameterizedTest
    @CsvSource({
        "completed, completed",
        "rejected, stopped",
        "failed, stopped",
        "cancelled, stopped",
        "on-hold, open",
        "requested, open"
    })
    void saysHowItStands(String status, String category) {
        assertThat(rules.category(Breakdown.ENDING, fact(status, null, null, null)))
                .isEqualTo(category);
        assertThat(Ending.ALL).contains(category);
    }

    @Test
    void knowsWhoReadIt() {
        assertThat(rules.category(Breakdown.READING, Counting.read(false, false)))
                .isEqualTo(Read.WAITING);
        assertThat(rules.category(Breakdown.READING, Counting.read(true, false)))
                .isEqualTo(Read.FETCHED);
        assertThat(rules.category(Breakdown.READING, Counting.read(true, true))).isEqualTo(Read.CONFIRMED);
    }

    private static Fact fact(
            String status, @Nullable Integer tried, @Nullable Integer reached, @Nullable Integer feedback) {
        return new Fact(
                UUID.randomUUID(),
                MONDAY,
                "Organization/social-1",
                "Organization/practice-1",
                null,
                status,
                null,
                after(tried),
                after(reached),
                after(feedback),
                false,
                false);
    }

    private static @Nullable LocalDate after(@Nullable Integer days) {
        return days == null ? null : MONDAY.plusDays(days);
    }
}
