package nl.wally.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import nl.wally.notification.Standing.State;
import org.junit.jupiter.api.Test;

class StandingRulesTest {
    private static final Receiver SOMEBODY = new Receiver("mail", "PractitionerRole/wally-1");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Standing WELL = new Standing(SOMEBODY, State.WELL, 10, 4, 0, null, null);

    private final StandingRules rules =
            new StandingRules(Duration.ofSeconds(5), Duration.ofHours(4), Duration.ofDays(3));

    @Test
    void waitsTwiceAsLongEachTimeUpToTheLongest() {
        assertThat(rules.pause(1, 0.5)).isEqualTo(Duration.ofSeconds(5));
        assertThat(rules.pause(2, 0.5)).isEqualTo(Duration.ofSeconds(10));
        assertThat(rules.pause(8, 0.5)).isEqualTo(Duration.ofSeconds(640));
        assertThat(rules.pause(13, 0.5)).isEqualTo(Duration.ofHours(4));
        assertThat(rules.pause(2_000_000, 0.5)).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void spreadsThoseThatFailedTogether() {
        assertThat(rules.pause(2, 0)).isEqualTo(Duration.ofMillis(7500));
        assertThat(rules.pause(2, 1)).isEqualTo(Duration.ofMillis(12_500));
    }

    @Test
    void whatArrivedIsPastAndOldFailuresWithIt() {
        Standing failing = new Standing(SOMEBODY, State.FAILING, 10, 4, 3, NOW.minusSeconds(60), "http-500");

        StandingRules.Next next = rules.after(failing, new Outcome.Delivered(7), NOW, 0.5);

        assertThat(next.standing()).isEqualTo(new Standing(SOMEBODY, State.WELL, 10, 7, 0, null, null));
        assertThat(next.due()).isEmpty();
    }

    @Test
    void noCourierDeliversMoreThanThereIs() {
        assertThat(rules.after(WELL, new Outcome.Delivered(99), NOW, 0.5)
                        .standing()
                        .delivered())
                .isEqualTo(10);
    }

    @Test
    void aCourierThatDeliversNothingHasFailed() {
        StandingRules.Next next = rules.after(WELL, new Outcome.Delivered(4), NOW, 0.5);

        assertThat(next.standing())
                .isEqualTo(new Standing(SOMEBODY, State.FAILING, 10, 4, 1, NOW, "nothing-delivered"));
        assertThat(next.due()).contains(NOW.plusSeconds(5));
    }

    @Test
    void isGivenUpAfterDaysOfFailingAndNotSooner() {
        Standing before = new Standing(
                SOMEBODY,
                State.FAILING,
                10,
                4,
                20,
                NOW.minus(Duration.ofDays(3)).plusSeconds(1),
                "timeout");
        Outcome again = new Outcome.Failed("timeout");

        assertThat(rules.after(before, again, NOW, 0.5).standing().state()).isEqualTo(State.FAILING);
        StandingRules.Next next = rules.after(before, again, NOW.plusSeconds(1), 0.5);
        assertThat(next.standing().state()).isEqualTo(State.GIVEN_UP);
        assertThat(next.standing().failures()).isEqualTo(21);
        assertThat(next.due()).isEmpty();
    }

    @Test
    void hasNotFailedSinceAMomentYetToCome() {
        Standing ahead = new Standing(SOMEBODY, State.FAILING, 10, 4, 3, NOW.plus(Duration.ofDays(400)), "timeout");

        assertThat(rules.after(ahead, new Outcome.Failed("timeout"), NOW, 0.5)
                        .standing()
                        .failingSince())
                .isEqualTo(NOW);
    }

    @Test
    void isGivenUpAtOnceWhenItIsNoUse() {
        Standing after =
                rules.after(WELL, new Outcome.Refused("gone"), NOW, 0.5).standing();

        assertThat(after.state()).isEqualTo(State.GIVEN_UP);
        assertThat(after.failingSince()).isEqualTo(NOW);
        assertThat(after.pending()).isEqualTo(6);
    }

    @Test
    void waitingOnPurposeChangesNothing() {
        Instant evening = NOW.plus(Duration.ofHours(8));

        StandingRules.Next next = rules.after(WELL, new Outcome.Waiting(evening), NOW, 0.5);

        assertThat(next.standing()).isEqualTo(WELL);
        assertThat(next.due()).contains(evening);
        assertThat(rules.after(WELL, new Outcome.Waiting(NOW.plus(Duration.ofDays(400))), NOW, 0.5)
                        .due())
                .as("whoever thought so had a clock that was ahead")
                .contains(NOW.plus(Duration.ofHours(12)));
        assertThat(rules.after(WELL, new Outcome.Waiting(NOW), NOW, 0.5).due())
                .as("never at once, or a node has nothing else to do")
                .contains(NOW.plusSeconds(1));
    }
}
