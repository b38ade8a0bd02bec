package nl.wally.faults.history;

import static nl.wally.faults.history.Operation.NEVER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import nl.wally.faults.history.OnceOnly.Deed;
import nl.wally.faults.history.OnceOnly.Duplicate;
import nl.wally.faults.history.OnceOnly.Found;
import nl.wally.faults.history.OnceOnly.NotFound;
import nl.wally.faults.history.OnceOnly.Sent;
import org.junit.jupiter.api.Test;

/** One number, one referral. */
class OnceOnlyTest {
    @Test
    void theSameAgainIsTheSameReferral() {
        assertThat(isOnce(at(1, 2, new NotFound()), at(3, 6, sent("1")), at(4, 5, sent("1")), at(7, 8, new Found("1"))))
                .isTrue();
        assertThat(isOnce(at(1, 4, sent("1")), at(2, 3, sent("2")))).isFalse();
        assertThat(isOnce(at(1, 2, sent("1")), at(3, 4, new NotFound()))).isFalse();
        assertThat(isOnce(at(1, 2, new Found("1")))).isFalse();
    }

    @Test
    void somethingElseUnderTheNumberIsRefused() {
        assertThat(isOnce(at(1, 4, sent("1")), at(2, 3, new Duplicate("other"))))
                .isTrue();
        assertThat(isOnce(at(1, 2, new Duplicate("other")), at(3, 4, sent("1"))))
                .isFalse();
        assertThat(isOnce(at(1, 2, sent("1")), at(3, 4, new Sent("other", "2"))))
                .isFalse();
        assertThat(isOnce(at(1, 2, sent("1")), at(3, 4, new Duplicate("content"))))
                .isFalse();
    }

    @Test
    void ofALostAnswerOthersLearnWhatBecame() {
        Operation<Deed> lost = at(1, NEVER, sent(""));
        assertThat(isOnce(lost, at(2, 3, new NotFound()), at(4, 5, new Found("1")), at(6, 7, sent("1"))))
                .isTrue();
        assertThat(isOnce(lost, at(2, 3, new Duplicate("other")), at(4, 5, sent("1"))))
                .isTrue();
        assertThat(isOnce(lost, at(2, 3, new Sent("other", "1")), at(4, 5, new Found("1"))))
                .isTrue();
        assertThat(isOnce(lost, at(2, 3, new Found("1")), at(4, 5, new Found("2"))))
                .isFalse();
        assertThat(isOnce(lost, at(2, 3, new Found("1")), at(4, 5, new NotFound())))
                .isFalse();
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static boolean isOnce(Operation<Deed>... operations) {
        return Linearizability.violation(new OnceOnly(), Arrays.asList(operations))
                .isEmpty();
    }

    private static Operation<Deed> at(long invoked, long returned, Deed deed) {
        return new Operation<>(1, invoked, returned, deed);
    }

    private static Deed sent(String task) {
        return new Sent("content", task);
    }
}
