package nl.wally.notification;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Passes events on and delivers messages, again and again, as long as the server runs: when the bell rings, and once in a
 * while for what other nodes left. On a thread of its own, for other clocks may take their time.
 */
final class Rounds implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private static final Duration MOMENT = Duration.ofMillis(100);
    private static final int LAST_MOMENTS = 50;

    private final Dispatch dispatch;
    private final Deliveries deliveries;
    private final Bell bell;
    private final Duration sweep;
    private final ExecutorService threads;
    private volatile boolean running;
    private boolean silenced;

    Rounds(Dispatch dispatch, Deliveries deliveries, Bell bell, Duration sweep, ExecutorService threads) {
        this.dispatch = dispatch;
        this.deliveries = deliveries;
        this.bell = bell;
        this.sweep = sweep;
        this.threads = threads;
    }

    /** One makes the rounds, the others note what came of deliveries: each takes a connection, so there are few. */
    static ExecutorService threads() {
        var number = new AtomicInteger();
        return Executors.newFixedThreadPool(3, work -> {
            Thread named = new Thread(work, "notification-" + number.incrementAndGet());
            named.setDaemon(true);
            return named;
        });
    }

    @Override
    public void start() {
        running = true;
        threads.execute(this::rounds);
    }

    private void rounds() {
        try {
            while (running) {
                if (!round()) {
                    bell.await(sweep);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * What fails is tried again in the next; that it fails is said once. However much there is to be passed on, deliveries
     * begin after each batch.
     *
     * @return whether there is more to do at once
     */
    private boolean round() {
        try {
            boolean more = dispatch.run();
            deliveries.begin();
            silenced = false;
            return more;
        } catch (RuntimeException failure) {
            if (!silenced) {
                LOG.warn(
                        "Nothing can be passed on for now: {}",
                        failure.getClass().getName());
            }
            silenced = true;
            return false;
        }
    }

    /** Begins nothing any more. What is under way gets a moment to end; what does not is done again by others. */
    @Override
    public void stop() {
        running = false;
        try {
            for (int wait = 0; wait < LAST_MOMENTS && deliveries.underWay() > 0; wait++) {
                bell.await(MOMENT);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        threads.shutdown();
        bell.ring();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
