package nl.wally.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with a receiver.
 *
 * @param last the number of the newest message; 0 when there was none
 * @param delivered up to which number they have arrived
 * @param failures how often in a row it failed
 * @param failingSince since when; null when it does not
 * @param code what went wrong last; null when nothing did
 */
public record Standing(
        Receiver receiver,
        State state,
        long last,
        long delivered,
        int failures,
        @Nullable Instant failingSince,
        @Nullable String code) {

    /** How many messages wait. */
    public long pending() {
        return last - delivered;
    }

    /** Whether messages are brought to it. */
    public enum State {
        WELL,
        /** The last time failed; it is tried again. */
        FAILING,
        /** It failed for too long, or for good; its messages stay until somebody has them sent again. */
        GIVEN_UP,
        /** Nothing is sent, because somebody said so; messages are numbered and kept all the same. */
        STOPPED
    }
}
