package nl.wally.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Writes what many requests have to write at the same time with one statement and one commit: while one thread writes,
 * others queue up, and the next one writes for all of them. Each returns when its own is committed.
 */
final class GroupCommit<T> {
    /** So many at a time keep a statement well below a megabyte. */
    private static final int MOST = 200;

    private final Consumer<List<T>> write;
    private final Queue<Waiting<T>> queue = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();

    /** @param write writes and commits all of these, or fails with all of them */
    GroupCommit(Consumer<List<T>> write) {
        this.write = write;
    }

    /**
     * Returns when this is committed.
     *
     * @throws RuntimeException whatever made the group fail of which this was a part
     */
    void commit(T one) {
        Waiting<T> mine = new Waiting<>(one);
        queue.add(mine);
        writing.lock();
        try {
            while (!mine.done) {
                writeForAll();
            }
        } finally {
            writing.unlock();
        }
        if (mine.failure != null) {
            throw mine.failure;
        }
    }

    /** How many wait that nobody writes for yet. */
    int waiting() {
        return queue.size();
    }

    /** Only by the holder of the lock. */
    private void writeForAll() {
        List<Waiting<T>> group = new ArrayList<>();
        for (Waiting<T> next = queue.poll(); next != null; next = group.size() < MOST ? queue.poll() : null) {
            group.add(next);
        }
        // Unless it turns out otherwise: whoever waits must hear of an Error too.
        @Nullable RuntimeException failure = new DataAccessResourceFailureException("The group was not written");
        try {
            write.accept(group.stream().map(waiting -> waiting.what).toList());
            failure = null;
        } catch (RuntimeException failed) {
            failure = failed;
        } finally {
            for (Waiting<T> waiting : group) {
                waiting.failure = failure;
                waiting.done = true;
            }
        }
    }

    /** Guarded by the lock. */
    private static final class Waiting<T> {
        private final T what;
        private boolean done;
        private @Nullable RuntimeException failure;

        private Waiting(T what) {
            this.what = what;
        }
    }
}
