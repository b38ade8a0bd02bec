package nl.wally.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import nl.wally.mail.Choice.Moments;
import org.junit.jupiter.api.Test;

class MomentRulesTest {
    private static final Predicate<LocalDate> WEEK =
            day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    private static final Letter FEEDBACK =
            new Letter(LetterKind.FEEDBACK, "Organization/practice-1", "Communication/1");
    private static final Letter OVERDUE = new Letter(LetterKind.OVERDUE, "PractitionerRole/wally-1", "Task/1");
    private static final Choice DIGEST = new Choice(Moments.DIGEST, Set.of(15, 8), Tongue.BOTH);
    private static final Choice OFF = new Choice(Moments.OFF, Set.of(), Tongue.BOTH);

    private final MomentRules rules = new MomentRules(ZoneId.of("Europe/Amsterdam"));

    @Test
    void whoChoseNothingHearsAtOnce() {
        Instant now = Instant.parse("2026-11-28T02:00:00Z");
        assertThat(rules.from(Choice.DEFAULT, List.of(FEEDBACK), now, now, WEEK))
                .isEqualTo(now);
    }

    @Test
    void aDigestComesAtTheNextOfItsHours() {
        assertThat(from("2026-11-27T06:30:00Z")).isEqualTo("2026-11-27T07:00:00Z");
        assertThat(from("2026-11-27T07:00:00Z")).isEqualTo("2026-11-27T07:00:00Z");
        assertThat(from("2026-11-27T07:00:01Z")).isEqualTo("2026-11-27T14:00:00Z");
    }

    @Test
    void aDigestWaitsForAWorkingDay() {
        assertThat(from("2026-11-27T18:00:00Z")).as("Friday evening").isEqualTo("2026-11-30T07:00:00Z");
    }

    @Test
    void theHourStaysTheSameWhenTheClocksChange() {
        assertThat(from("2026-10-23T18:00:00Z")).as("summer ends on Sunday").isEqualTo("2026-10-26T07:00:00Z");
        assertThat(from("2026-03-27T18:00:00Z")).as("summer begins on Sunday").isEqualTo("2026-03-30T06:00:00Z");
    }

    @Test
    void whoNeverWorksIsNotForgotten() {
        Instant now = Instant.parse("2026-11-27T18:00:00Z");
        assertThat(rules.from(DIGEST, List.of(FEEDBACK), now, now, day -> false))
                .isEqualTo(now);
    }

    @Test
    void whatCannotWaitTakesTheOthersAlong() {
        Instant saturday = Instant.parse("2026-11-28T18:00:00Z");
        assertThat(rules.from(DIGEST, List.of(FEEDBACK, OVERDUE), saturday, saturday, WEEK))
                .isEqualTo(saturday);
    }

    @Test
    void whoWantsNothingStillHearsOfWhatIsOverdue() {
        assertThat(rules.wanted(OFF, List.of(FEEDBACK, OVERDUE))).containsExactly(OVERDUE);
        assertThat(rules.wanted(DIGEST, List.of(FEEDBACK))).containsExactly(FEEDBACK);
    }

    @Test
    void aLetterOfAClockThatWasAheadWaitsNoLonger() {
        Instant now = Instant.parse("2026-11-27T06:30:00Z");
        Instant ahead = Instant.parse("2028-03-21T06:30:00Z");
        assertThat(rules.from(Choice.DEFAULT, List.of(FEEDBACK), ahead, now, WEEK))
                .isEqualTo(now);
        assertThat(rules.from(DIGEST, List.of(FEEDBACK), ahead, now, WEEK)).isEqualTo(now);
    }

    @Test
    void aNodeThatIsALittleAheadSendsNoDigestAtOnce() {
        Instant now = Instant.parse("2026-11-27T06:30:00Z");
        assertThat(rules.from(DIGEST, List.of(FEEDBACK), now.plusMillis(50), now, WEEK))
                .isEqualTo("2026-11-27T07:00:00Z");
    }

    private Instant from(String since) {
        Instant moment = Instant.parse(since);
        return rules.from(DIGEST, List.of(FEEDBACK), moment, moment, WEEK);
    }
}
