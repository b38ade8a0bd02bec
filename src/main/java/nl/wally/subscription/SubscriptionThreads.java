package nl.wally.subscription;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** On which notifications are made ready: few, for each takes a connection of the database. Waiting for answers takes none. */
@Component
class SubscriptionThreads implements Executor, DisposableBean {
    private static final int THREADS = 3;

    private final ExecutorService threads;

    SubscriptionThreads() {
        var number = new AtomicInteger();
        threads = Executors.newFixedThreadPool(THREADS, work -> {
            Thread thread = new Thread(work, "notification-hook-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void execute(Runnable work) {
        threads.execute(work);
    }

    @Override
    public void destroy() {
        threads.shutdown();
    }
}
