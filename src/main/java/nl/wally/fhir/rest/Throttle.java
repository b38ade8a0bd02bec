package nl.wally.fhir.rest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;

/** How often a client may do something in a minute. Each node counts for itself; who stays away for an hour starts anew. */
class Throttle {
    private static final int MOST_CLIENTS = 10_000;

    /** By how much a clock may be put back, as time servers do, without anybody starting anew. */
    private static final Duration LITTLE = Duration.ofMinutes(1);

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_CLIENTS)
            .expireAfterAccess(Duration.ofHours(1))
            .build();
    private final int perMinute;
    private final Clock clock;
    private final TimeMeter time;
    private final AtomicLong latest = new AtomicLong(Long.MIN_VALUE);

    Throttle(int perMinute, Clock clock) {
        this.perMinute = perMinute;
        this.clock = clock;
        this.time = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return Duration.ofMillis(clock.millis()).toNanos();
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }

    /**
     * Counts so many more of this client; what would take more turns than there are in a minute takes all of them.
     *
     * @throws RefusedException {@link Problem#TOO_MANY_REQUESTS}, with how long to wait
     */
    void take(String client, int turns) {
        if (turns == 0) {
            return;
        }
        forgetWhatIsYetToCome();
        ConsumptionProbe probe =
                buckets.get(client, any -> bucket()).tryConsumeAndReturnRemaining(Math.min(turns, perMinute));
        if (!probe.isConsumed()) {
            Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
            throw new RefusedException(Problem.TOO_MANY_REQUESTS).retryAfter(wait.plusSeconds(1));
        }
    }

    /** A bucket that was filled while the clock was ahead is not filled again before that moment. */
    private void forgetWhatIsYetToCome() {
        long now = clock.millis();
        if (latest.getAndAccumulate(now, Math::max) > now + LITTLE.toMillis()) {
            latest.set(now);
            buckets.invalidateAll();
        }
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .withCustomTimePrecision(time)
                .build();
    }
}
