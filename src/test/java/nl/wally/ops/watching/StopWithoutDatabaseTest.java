package nl.wally.ops.watching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.StaticApplicationContext;

/** What a stop waits for; that it is over at once then is seen in the faults suite, where a disk turns read-only. */
class StopWithoutDatabaseTest {
    @ParameterizedTest(name = "{1} connections, and it answers: {0}")
    @CsvSource({"false, 0, true", "true, 0, false", "false, 1, false", "true, 8, false"})
    void givesUpOnlyWhereNothingIsInHandAndNothingAnswers(boolean answers, int connections, boolean givenUp) {
        AtomicBoolean gaveUp = new AtomicBoolean();
        try (var context = new StaticApplicationContext()) {
            context.addApplicationListener(
                    new StopWithoutDatabase(() -> answers, () -> connections, () -> gaveUp.set(true)));
            context.refresh();
            assertThat(gaveUp).isFalse();
        }
        assertThat(gaveUp.get()).isEqualTo(givenUp);
    }
}
