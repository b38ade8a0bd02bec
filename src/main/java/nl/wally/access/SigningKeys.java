package nl.wally.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The keys that sign and verify access tokens, kept in the database so that every node and every restart has the same.
 *
 * <p>RS256 with 3072 bits, not ES384: a token is signed once in five minutes but verified on every request, and verifying
 * RSA costs a twentieth of verifying ECDSA on the JVM; every resource server understands it too.
 */
final class SigningKeys implements JWKSource<SecurityContext>, SmartInitializingSingleton {
    static final JWSAlgorithm ALGORITHM = JWSAlgorithm.RS256;
    private static final int BITS = 3072;
    /** So long a node may go on without noticing that a key was retired. */
    private static final Duration REREAD = Duration.ofMinutes(1);
    /** Unknown keys make a node look again, but not so often that forged tokens become a load. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** So long before it signs the next key is there, for every node and every resource server to know. */
    private static final Duration AHEAD = REREAD.multipliedBy(2);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration age;
    private final Duration verifyRetired;
    private volatile @Nullable Known known;

    /**
     * Keys in the given database.
     *
     * @param tokenValidity how long a token may be used after it was signed, clock skew included
     * @param age how long a key signs before the next one takes its place
     */
    SigningKeys(JdbcClient jdbc, Clock clock, Duration tokenValidity, Duration age) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.age = age;
        this.verifyRetired = tokenValidity.plus(REREAD.multipliedBy(2));
    }

    /** Makes the first key before the first caller comes, for it takes a second. */
    @Override
    public void afterSingletonsInstantiated() {
        read();
    }

    /** The key that signs comes first, then those that only verify. */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws RemoteKeySourceException {
        try {
            List<JWK> found = selector.select(notOlderThan(REREAD));
            return found.isEmpty() ? selector.select(notOlderThan(PAUSE)) : found;
        } catch (DataAccessException e) {
            // Otherwise the token would be blamed for a database that is away.
            throw new RemoteKeySourceException("signing keys cannot be read", e);
        }
    }

    private JWKSet notOlderThan(Duration age) {
        Known now = known;
        return now == null
                        || Duration.between(now.readAt, clock.instant()).abs().compareTo(age) > 0
                ? read()
                : now.keys;
    }

    private JWKSet read() {
        Instant now = clock.instant();
        // Retires in a moment, and goes on signing until then: whoever meets a token of the next key knows that key.
        jdbc.sql("update signing_key set retired_at = ? where retired_at is null and created_at <= ?")
                .params(Timestamp.from(now.plus(AHEAD)), Timestamp.from(now.minus(age)))
                .update();
        if (jdbc.sql("select 1 from signing_key where retired_at is null")
                .query(Integer.class)
                .optional()
                .isEmpty()) {
            RSAKey key = generate();
            // Another node may have been quicker: then its key holds, and this one is forgotten.
            jdbc.sql("insert into signing_key (kid, jwk, created_at) values (?, ?::jsonb, ?) on conflict do nothing")
                    .params(key.getKeyID(), key.toJSONString(), Timestamp.from(now))
                    .update();
        }
        List<JWK> keys = jdbc.sql("""
                        select jwk::text from signing_key where retired_at is null or retired_at > ?
                        order by coalesce(retired_at > ?, false) desc, retired_at desc nulls first""")
                .params(Timestamp.from(now.minus(verifyRetired)), Timestamp.from(now))
                .query((row, number) -> parse(row.getString(1)))
                .list();
        JWKSet set = new JWKSet(keys);
        known = new Known(now, set);
        return set;
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(ALGORITHM)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("this Java cannot make an RSA key", e);
        }
    }

    private static JWK parse(String json) {
        try {
            return JWK.parse(json);
        } catch (ParseException e) {
            // The cause would quote the private key.
            throw new IllegalStateException("table signing_key holds something that is not a JWK");
        }
    }

    private record Known(Instant readAt, JWKSet keys) {}
}
