package nl.wally.benchmark;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;

/** A {@link Day} that goes on whatever fails, and knows how long everything took. */
final class SoakDay {
    private static final long LONGEST = Duration.ofMinutes(1).toNanos();

    private final Day day;
    private final Map<String, Histogram> times = new LinkedHashMap<>();
    private final Map<String, String> failures = new ConcurrentHashMap<>();
    private final AtomicLong operations = new AtomicLong();
    private int rounds;

    SoakDay(Day day) {
        this.day = day;
    }

    /** One round, on one thread; nothing that fails keeps the rest. */
    void round() {
        rounds++;
        day.round().forEach(this::timed);
    }

    private void timed(Day.Deed deed) {
        long start = System.nanoTime();
        try {
            deed.action().run();
        } catch (Exception failed) {
            failures.merge(deed.name(), String.valueOf(failed), (first, next) -> first);
        }
        synchronized (times) {
            times.computeIfAbsent(deed.name(), key -> new Histogram(LONGEST, 3))
                    .recordValue(Math.min(System.nanoTime() - start, LONGEST));
        }
        operations.incrementAndGet();
    }

    /** The 95th percentile in milliseconds of each operation since this was asked last. */
    Map<String, Double> slowest() {
        Map<String, Double> slowest = new LinkedHashMap<>();
        synchronized (times) {
            times.forEach((operation, histogram) -> {
                if (histogram.getTotalCount() > 0) {
                    slowest.put("p95 of " + operation + ", ms", histogram.getValueAtPercentile(95) / 1e6);
                }
                histogram.reset();
            });
        }
        return slowest;
    }

    int rounds() {
        return rounds;
    }

    long operations() {
        return operations.get();
    }

    /** What went wrong first with each operation; empty when nothing did. */
    Map<String, String> failures() {
        return failures;
    }
}
