package nl.wally.notification;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wakes who passes notifications on in this process. It only saves waiting: whoever misses it looks again soon. */
@Component
class Bell implements TransactionSynchronization {
    private final Semaphore rung = new Semaphore(0);

    /** Now or, within a transaction, once that is committed. */
    void ring() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(this);
        } else {
            afterCommit();
        }
    }

    @Override
    public void afterCommit() {
        rung.release();
    }

    /** Waits until it rings, or this long; however often it rang counts once. */
    void await(Duration longest) throws InterruptedException {
        if (rung.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            rung.drainPermits();
        }
    }
}
