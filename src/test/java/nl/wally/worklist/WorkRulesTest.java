package nl.wally.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.wally.dossier.Deed;
import nl.wally.shared.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** What has to be filled in for what a Wally does. */
class WorkRulesTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-30");

    private static final Deed HOLD = new Deed(
            "T11", "on-hold", List.of(), Set.of(Problem.RESUME_DATE_MISSING.code()), List.of("waiting", "other"));

    @ParameterizedTest
    @CsvSource({
        "2026-12-01, waiting, '', true",
        "2026-12-01, other, Verhuisd, true",
        "2026-12-01, other, '', false",
        "2026-12-01, nonsense, '', false",
        "2026-11-30, waiting, '', false",
        "+12345-01-01, waiting, '', false",
        "-0001-01-01, waiting, '', false",
        "morgen, waiting, '', false"
    })
    void onHoldTakesAReasonAndADayToCome(String day, String reason, String text, boolean good) {
        assertThat(judged("T11", HOLD, "day", day, "reason", reason, "text", text))
                .isEqualTo(good);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-30, '', true", "2026-11-30, 10:30, true", "2026-11-29, '', false", "2026-11-30, 25:00, false"})
    void aTalkIsPlannedFromTodayOn(String day, String time, boolean good) {
        assertThat(judged("plan", bare("note"), "day", day, "time", time)).isEqualTo(good);
    }

    @Test
    void aTextIsThereAndNotTooLong() {
        assertThat(judged("note", bare("note"), "text", " ")).isFalse();
        assertThat(judged("note", bare("note"), "text", "x".repeat(WorkRules.LONGEST)))
                .isTrue();
        assertThat(judged("note", bare("note"), "text", "x".repeat(WorkRules.LONGEST + 1)))
                .isFalse();
    }

    @Test
    void aLinkToThePageFillsInNothing() {
        assertThat(Form.after(null).deed()).isEmpty();
        assertThat(Form.after("note").kept("note", "text")).isEmpty();
    }

    private static Deed bare(String code) {
        return new Deed(code, "", List.of(), Set.of(), List.of());
    }

    private static boolean judged(String name, Deed deed, String... fields) {
        var request = new MockHttpServletRequest();
        request.addParameter("deed", name);
        for (int at = 0; at < fields.length; at += 2) {
            request.addParameter(fields[at], fields[at + 1]);
        }
        Form form = Form.sent(request);
        WorkRules.judge(form, deed, TODAY);
        return form.isGood();
    }
}
