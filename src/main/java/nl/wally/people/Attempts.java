package nl.wally.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/** How often somebody may try a password: by name, and by address, so that neither one name nor many can be tried on and on. */
final class Attempts {
    static final int BY_NAME = 10;
    static final int BY_ADDRESS = 30;

    private static final Duration TURN = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 10_000;

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterAccess(TURN.multipliedBy(2))
            .build();

    /** Counts one more; says whether it may be tried. */
    boolean mayTry(String name, String address) {
        return take("address " + address, BY_ADDRESS) && take("name " + name, BY_NAME);
    }

    private boolean take(String key, int most) {
        return buckets.get(key, any -> bucket(most)).tryConsume(1);
    }

    private static Bucket bucket(int most) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, TURN))
                .build();
    }
}
