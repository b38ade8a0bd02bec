package nl.wally.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/**
 * How often somebody may fail to say a password: by name, and by address, so that neither one name nor many can be tried on and
 * on. An attempt counts before it is judged, and is given back when it was right: many at once are no way around.
 */
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

    /** That one was right. */
    void wasRight(String name, String address) {
        bucket("address " + address, BY_ADDRESS).addTokens(1);
        bucket("name " + name, BY_NAME).addTokens(1);
    }

    private boolean take(String key, int most) {
        return bucket(key, most).tryConsume(1);
    }

    private Bucket bucket(String key, int most) {
        return buckets.get(
                key,
                any -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(most).refillGreedy(most, TURN))
                        .build());
    }
}
