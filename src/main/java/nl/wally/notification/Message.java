package nl.wally.notification;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One message to one receiver.
 *
 * @param number consecutive for each receiver, from 1 on; by this number repeats are recognised
 * @param at when it was put down
 * @param payload as it was put down; null when it was erased or is kept no longer: then the number alone is to be told
 */
public record Message(
        long number, @Nullable Instant at, @Nullable String payload) {
    /** The number of what is not there any more. */
    static Message gone(long number) {
        return new Message(number, null, null);
    }

    /** What is in it, unless that was erased. */
    public Optional<String> content() {
        return Optional.ofNullable(payload);
    }
}
