package nl.wally.notification;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** Brings messages to receivers of one kind. It is asked for one receiver on one node at a time; it remembers nothing. */
public interface Courier {
    /** The kind of its receivers. */
    String kind();

    /** How many messages it takes at once. */
    default int most() {
        return 20;
    }

    /**
     * Brings the next messages, or the first of them. Their numbers follow one upon the other; what was erased is among them
     * with its number alone. At least one of them may be sent now; those that may not yet come along all the same, so that
     * the courier can decide whether to take them with it.
     *
     * <p>It is called on a thread that everybody waits for: it must begin the work, not do it. What takes longer than
     * {@code wally.notification.longest-delivery} counts as failed and is cancelled. Messages may come a second time, when
     * a node died before it could note the outcome.
     *
     * @return what came of it; a failure of the stage counts as {@link Outcome.Failed}
     */
    CompletionStage<Outcome> deliver(Receiver receiver, List<Message> messages);

    /** These have arrived; called within the transaction that notes it. */
    default void delivered(Receiver receiver, List<Message> messages) {}

    /**
     * How it stands with the receiver is another than before; called within the transaction that notes it, before the
     * receiver's row is locked.
     */
    default void changed(Standing standing) {}
}
