package nl.wally.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import nl.wally.practice.Offer.Reason;
import nl.wally.shared.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DraftRulesTest {
    private static final Offer ENDING = new Offer(
            "T05",
            "cancelled",
            "Withdraw",
            List.of(new Reason("withdrawn-by-gp", "Withdrawn"), new Reason("other", "Other")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            read    | ''              | ''    | -
            A04     | ''              | ''    | -
            answer  | ''              | ''    | Fill this in.
            answer  | ''              | Yes   | -
            message | ''              | ''    | Fill this in.
            note    | ''              | ''    | Fill this in.
            A01     | ''              | ''    | Say why.
            A01     | ''              | Moved | -
            T05     | ''              | ''    | Choose a reason.
            T05     | no-capacity     | ''    | Choose a reason.
            T05     | withdrawn-by-gp | ''    | -
            T05     | other           | ''    | Say which reason.
            T05     | other           | Moved | -
            """)
    void saysWhatIsMissing(String deed, String reason, String text, String wrong) {
        Words said =
                DraftRules.wrong(draft(deed, reason, text), Optional.of(ENDING).filter(one -> deed.equals("T05")));

        assertThat(said.isEmpty() ? null : said.english()).isEqualTo(wrong);
    }

    @Test
    void refusesADocument() {
        assertThat(DraftRules.wrong(draft("message", "", "x".repeat(DraftRules.LONGEST)), Optional.empty())
                        .isEmpty())
                .isTrue();
        assertThat(DraftRules.wrong(draft("message", "", "x".repeat(DraftRules.LONGEST + 1)), Optional.empty())
                        .isEmpty())
                .isFalse();
    }

    private static Draft draft(String deed, String reason, String text) {
        return new Draft(deed, "", "1", reason, text, Words.NONE, List.of());
    }
}
