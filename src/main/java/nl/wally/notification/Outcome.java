package nl.wally.notification;

import java.time.Instant;

/** What came of bringing messages to a receiver. */
public sealed interface Outcome {
    /** All up to and including this number have arrived. */
    record Delivered(long upTo) implements Outcome {}

    /**
     * Nothing arrived; it is tried again, later each time.
     *
     * @param code what went wrong, in a word that operators see: never what a receiver said
     */
    record Failed(String code) implements Outcome {}

    /** Nothing arrived, and trying again would not help. */
    record Refused(String code) implements Outcome {}

    /** Nothing was sent, on purpose; the courier is asked again at this moment or before, and whenever a message is added. */
    record Waiting(Instant until) implements Outcome {}
}
