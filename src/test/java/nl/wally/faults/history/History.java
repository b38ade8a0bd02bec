package nl.wally.faults.history;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** What clients did to one thing, as they saw it; written down by all of them at once. */
final class History<D> {
    /** One for all histories and all threads: who reads a lower number came before. */
    private static final AtomicLong CLOCK = new AtomicLong();

    private final Collection<Operation<D>> operations = new ConcurrentLinkedQueue<>();

    /** The moment before something is asked. */
    static long now() {
        return CLOCK.incrementAndGet();
    }

    /** The answer is there. */
    void answered(int client, long invoked, D deed) {
        operations.add(new Operation<>(client, invoked, now(), deed));
    }

    /** The answer will never come. */
    void unanswered(int client, long invoked, D deed) {
        operations.add(new Operation<>(client, invoked, Operation.NEVER, deed));
    }

    List<Operation<D>> operations() {
        return List.copyOf(operations);
    }
}
