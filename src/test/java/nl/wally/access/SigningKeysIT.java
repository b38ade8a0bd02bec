package nl.wally.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import nl.wally.TestClock;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

class SigningKeysIT {
    private static final Duration VALIDITY = Duration.ofMinutes(10);
    private static final Duration AGE = Duration.ofDays(90);
    private static final JWKSelector ALL = new JWKSelector(new JWKMatcher.Builder().build());

    private static DataSource database;
    private static JdbcClient jdbc;

    @BeforeAll
    static void start() {
        database = AccessSlice.database();
        jdbc = JdbcClient.create(database);
    }

    @BeforeEach
    void empty() {
        jdbc.sql("truncate signing_key, oauth_client").update();
    }

    @Test
    void nodesThatStartAtOnceAgreeOnOneKey() throws Exception {
        List<List<String>> seen = atOnce(4, () -> ids(new SigningKeys(jdbc, Clock.systemUTC(), VALIDITY, AGE)));
        assertThat(seen.get(0)).hasSize(1);
        assertThat(seen).allMatch(seen.get(0)::equals);
        assertThat(jdbc.sql("select count(*) from signing_key")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aRetiredKeyVerifiesUntilItsLastTokenHasExpired() throws Exception {
        Clock now = Clock.systemUTC();
        String first = ids(new SigningKeys(jdbc, now, VALIDITY, AGE)).get(0);
        jdbc.sql("update signing_key set retired_at = now()").update();

        List<String> both = ids(new SigningKeys(jdbc, now, VALIDITY, AGE));
        assertThat(both).hasSize(2).doesNotHaveDuplicates();
        assertThat(both.get(0)).as("the new key signs").isNotEqualTo(first);
        assertThat(both.get(1)).isEqualTo(first);

        Clock later = Clock.fixed(now.instant().plus(VALIDITY).plus(Duration.ofMinutes(3)), ZoneOffset.UTC);
        assertThat(ids(new SigningKeys(jdbc, later, VALIDITY, AGE))).containsExactly(both.get(0));
    }

    /** Two nodes that share the database alone; a token that either of them signs holds on both, before, at and after. */
    @Test
    void aKeyOfAgeGivesWayAndNobodyNotices() throws Exception {
        TestClock clock = new TestClock();
        Instant start = clock.instant();
        SigningKeys one = new SigningKeys(jdbc, clock, VALIDITY, AGE);
        SigningKeys other = new SigningKeys(jdbc, clock, VALIDITY, AGE);
        String old = ids(one).get(0);
        assertThat(ids(other)).containsExactly(old);

        clock.jumpTo(start.plus(AGE).plusSeconds(1));
        List<String> ahead = ids(one);
        assertThat(ahead)
                .as("the old key signs while the next is made known")
                .hasSize(2)
                .startsWith(old);
        String next = ahead.get(1);
        clock.jumpTo(start.plus(AGE).plusSeconds(70));
        assertThat(ids(other)).containsExactly(old, next);

        clock.jumpTo(start.plus(AGE).plusSeconds(125));
        assertThat(ids(one).get(0)).as("now the next signs").isEqualTo(next);
        // The other node last looked before that: it knows the key all the same, and looks no more often than it did.
        assertThat(ids(other)).contains(next);
        clock.jumpTo(start.plus(AGE).plusSeconds(125).plus(VALIDITY));
        assertThat(ids(other)).as("the last token of the old key").contains(old);
        clock.jumpTo(start.plus(AGE).plusSeconds(125).plus(VALIDITY).plusSeconds(180));
        assertThat(ids(one)).containsExactly(next);
        assertThat(ids(other)).containsExactly(next);
    }

    @Test
    void aClientRegisteredTwiceAtOnceIsThereOnce() throws Exception {
        Caller his = new Caller("his", "Organization/practice-1", null, Capacity.PRACTICE);
        List<Boolean> news = atOnce(
                4,
                () -> new ClientRegistry(jdbc, PasswordEncoderFactories.createDelegatingPasswordEncoder())
                        .register(his, "demo"));
        assertThat(news).containsOnlyOnce(true);
    }

    private static List<String> ids(SigningKeys keys) throws Exception {
        return keys.get(ALL, null).stream().map(JWK::getKeyID).toList();
    }

    private static <T> List<T> atOnce(int nodes, java.util.concurrent.Callable<T> action) throws Exception {
        CyclicBarrier together = new CyclicBarrier(nodes);
        ExecutorService threads = Executors.newFixedThreadPool(nodes);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < nodes; i++) {
                running.add(threads.submit(() -> {
                    together.await();
                    return action.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
