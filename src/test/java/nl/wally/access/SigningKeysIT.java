package nl.wally.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

class SigningKeysIT {
    private static final Duration VALIDITY = Duration.ofMinutes(10);
    private static final JWKSelector ALL = new JWKSelector(new JWKMatcher.Builder().build());

    private static EmbeddedPostgres postgres;
    private static DataSource database;
    private static JdbcClient jdbc;

    @BeforeAll
    static void start() throws Exception {
        postgres = AccessSlice.postgres();
        database = AccessSlice.database(postgres);
        jdbc = JdbcClient.create(database);
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @BeforeEach
    void empty() {
        jdbc.sql("truncate signing_key, oauth_client").update();
    }

    @Test
    void nodesThatStartAtOnceAgreeOnOneKey() throws Exception {
        List<List<String>> seen = atOnce(4, () -> ids(new SigningKeys(jdbc, Clock.systemUTC(), VALIDITY)));
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
        String first = ids(new SigningKeys(jdbc, now, VALIDITY)).get(0);
        jdbc.sql("update signing_key set retired_at = now()").update();

        List<String> both = ids(new SigningKeys(jdbc, now, VALIDITY));
        assertThat(both).hasSize(2).doesNotHaveDuplicates();
        assertThat(both.get(0)).as("the new key signs").isNotEqualTo(first);
        assertThat(both.get(1)).isEqualTo(first);

        Clock later = Clock.fixed(now.instant().plus(VALIDITY).plus(Duration.ofMinutes(3)), ZoneOffset.UTC);
        assertThat(ids(new SigningKeys(jdbc, later, VALIDITY))).containsExactly(both.get(0));
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
