package nl.wally.fhir;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.concurrent.atomic.AtomicBoolean;
import nl.wally.shared.RefusedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When a request is worth going on with. */
class RequestAtHandTest {
    private final AtomicBoolean hungUp = new AtomicBoolean();

    @AfterEach
    void end() {
        RequestAtHand.end();
    }

    @Test
    void stopsOnceItsTimeIsOver() {
        RequestAtHand request = begin();
        assertThatCode(request::requireAwaited).doesNotThrowAnyException();
        request.endBefore(System.nanoTime() + 60_000_000_000L);
        assertThatCode(request::requireAwaited).doesNotThrowAnyException();
        request.endBefore(System.nanoTime() - 1);
        assertThatExceptionOfType(RefusedException.class).isThrownBy(request::requireAwaited);
    }

    @Test
    void stopsOnceTheClientHasHungUp() {
        RequestAtHand request = begin();
        hungUp.set(true);
        assertThatExceptionOfType(RefusedException.class).isThrownBy(request::requireAwaited);
    }

    private RequestAtHand begin() {
        RequestAtHand.begin("1", null, "127.0.0.1", hungUp::get);
        return RequestAtHand.current().orElseThrow();
    }
}
