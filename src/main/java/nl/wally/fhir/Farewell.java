package nl.wally.fhir;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps the port open for a moment when this node is told to stop: readiness says no already, whoever shares out requests looks
 * elsewhere, and clients hear on their last answer that the connection ends. Then the port closes, and what was taken in is
 * finished.
 */
final class Farewell implements SmartLifecycle {
    /** Before Boot closes the port, which it does in phase DEFAULT_PHASE - 1024. */
    private static final int BEFORE_THE_PORT_CLOSES = DEFAULT_PHASE - 512;

    private static final Logger LOG = LoggerFactory.getLogger(Farewell.class);

    private final Duration time;
    private volatile boolean running;

    Farewell(Duration time) {
        this.time = time;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        if (running && !time.isZero()) {
            LOG.info("Leaving: the port closes in {} ms", time.toMillis());
            try {
                TimeUnit.MILLISECONDS.sleep(time.toMillis());
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_PORT_CLOSES;
    }
}
