package nl.wally.fhir;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Metrics {@code wally_sweep_…}: when each of the sweeps that nodes take turns at was last done here, and how often it
 * failed. A sweep of which nothing is heard any more is noticed by nobody else until somebody misses what it does.
 */
@Component
public class Sweeps implements MeterBinder {
    private final Clock clock;
    private final Map<String, Sweep> sweeps = new ConcurrentHashMap<>();
    private @Nullable MeterRegistry registry;

    Sweeps(Clock clock) {
        this.clock = clock;
    }

    /** Those that ran before anybody watched are shown from now on. */
    @Override
    public synchronized void bindTo(MeterRegistry registry) {
        this.registry = registry;
        sweeps.forEach(this::show);
    }

    /** @param purpose one of a few names in the code */
    void succeeded(String purpose) {
        of(purpose).lastSuccess = clock.instant().getEpochSecond();
    }

    void failed(String purpose) {
        of(purpose).failures.increment();
    }

    private Sweep of(String purpose) {
        Sweep known = sweeps.get(purpose);
        return known == null ? begin(purpose) : known;
    }

    private synchronized Sweep begin(String purpose) {
        return sweeps.computeIfAbsent(purpose, first -> {
            Sweep sweep = new Sweep();
            show(first, sweep);
            return sweep;
        });
    }

    private void show(String purpose, Sweep sweep) {
        if (registry != null) {
            TimeGauge.builder("wally.sweep.last.success.timestamp", sweep, TimeUnit.SECONDS, one -> one.lastSuccess)
                    .description("When this node last did the sweep, in seconds since 1970; 0 when it never succeeded")
                    .tag("sweep", purpose)
                    .register(registry);
            FunctionCounter.builder("wally.sweep.failures", sweep.failures, LongAdder::sum)
                    .description("How often the sweep failed on this node")
                    .tag("sweep", purpose)
                    .register(registry);
        }
    }

    private static final class Sweep {
        private final LongAdder failures = new LongAdder();
        private volatile long lastSuccess;
    }
}
