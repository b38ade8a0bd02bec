package nl.wally.people;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is signed in.
 *
 * @param key under which the session is kept
 * @param identity who it is
 * @param position as whom; null while somebody with several roles has not chosen yet
 * @param idToken what the provider said, for signing out there
 * @param began when
 * @param seen when the last request came, give or take a minute
 */
record Session(
        byte[] key,
        Identity identity,
        @Nullable Position position,
        @Nullable String idToken,
        Instant began,
        Instant seen) {

    /** As whom this person acts now. */
    Optional<Position> acting() {
        return Optional.ofNullable(position);
    }

    /** How long it can still last, whatever is done. */
    Duration left(Instant now, Duration longest) {
        return Duration.between(now, began.plus(longest));
    }
}
