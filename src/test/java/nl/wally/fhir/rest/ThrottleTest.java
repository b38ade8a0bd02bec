package nl.wally.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.time.Instant;
import nl.wally.TestClock;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import org.junit.jupiter.api.Test;

/** A client that asks too often is told to wait, and no other client with it. */
class ThrottleTest {
    private final TestClock clock = new TestClock();
    private final Throttle throttle = new Throttle(3, clock);

    @Test
    void tellsHowLongToWaitAndLetsInAgainAfterwards() {
        clock.jumpTo(Instant.parse("2026-03-02T10:00:00Z"));
        take("one", 3);

        assertThatThrownBy(() -> throttle.take("one", 1))
                .asInstanceOf(type(RefusedException.class))
                .satisfies(refused -> {
                    assertThat(refused.refusals().get(0).problem()).isEqualTo(Problem.TOO_MANY_REQUESTS);
                    assertThat(refused.retryAfter())
                            .hasValueSatisfying(
                                    wait -> assertThat(wait).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(21)));
                });
        take("another", 3);
        clock.jumpTo(Instant.parse("2026-03-02T10:00:21Z"));
        take("one", 1);
    }

    /** It would be kept out for ever otherwise. */
    @Test
    void aBigMessageTakesAllTurnsOfAMinuteAndNoMore() {
        clock.jumpTo(Instant.parse("2026-03-02T10:00:00Z"));
        throttle.take("one", 10);

        assertThatThrownBy(() -> throttle.take("one", 1)).isInstanceOf(RefusedException.class);
        clock.jumpTo(Instant.parse("2026-03-02T10:01:01Z"));
        throttle.take("one", 10);
    }

    @Test
    void aClockThatWasAheadKeepsNobodyOutUntilThen() {
        clock.jumpTo(Instant.parse("2027-03-02T10:00:00Z"));
        take("one", 3);
        clock.jumpTo(Instant.parse("2026-03-02T10:00:00Z"));
        take("one", 3);

        assertThatThrownBy(() -> throttle.take("one", 1)).isInstanceOf(RefusedException.class);
        clock.jumpTo(Instant.parse("2026-03-02T10:00:21Z"));
        take("one", 1);
    }

    private void take(String client, int times) {
        for (int time = 0; time < times; time++) {
            throttle.take(client, 1);
        }
    }
}
