package nl.wally.access.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * The public keys of clients: registered, or fetched from where the client publishes them. Fetched keys are kept for five
 * minutes; an assertion with a key that is not among them has them fetched again, at most twice in ten seconds, so that a
 * client can change its keys without a word to anybody and a forger cannot make this server call all day.
 */
public final class ClientKeys {
    /** Names of the client settings that carry the keys. */
    public static final String JWKS = "wally.jwks";

    public static final String JWKS_URI = "wally.jwks-uri";

    private static final Duration KEEP = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final int MOST_PLACES = 1_000;
    private static final int LEAST_RSA_BITS = 2048;

    private final Cache<String, JWKSource<SecurityContext>> places =
            Caffeine.newBuilder().maximumSize(MOST_PLACES).build();
    private final KeyFetch fetch;

    public ClientKeys(KeyFetch fetch) {
        this.fetch = fetch;
    }

    /** Whether this client has any, and not a secret or a certificate. */
    public static boolean has(RegisteredClient client) {
        return client.getClientSettings().getSetting(JWKS) != null
                || client.getClientSettings().getSetting(JWKS_URI) != null;
    }

    /** Those of this client that are strong enough. */
    public JWKSource<SecurityContext> of(RegisteredClient client) {
        String inline = client.getClientSettings().getSetting(JWKS);
        String place = client.getClientSettings().getSetting(JWKS_URI);
        JWKSource<SecurityContext> source =
                inline != null ? registered(inline) : places.get(String.valueOf(place), this::published);
        return (selector, context) -> source.get(selector, context).stream()
                .filter(ClientKeys::isStrong)
                .toList();
    }

    /** RS384 with 2048 bits at least, or ES384. */
    static boolean isStrong(JWK key) {
        return key instanceof RSAKey rsa
                ? rsa.size() >= LEAST_RSA_BITS
                : key instanceof ECKey ec && Curve.P_384.equals(ec.getCurve());
    }

    private static JWKSource<SecurityContext> registered(String jwks) {
        try {
            return new ImmutableJWKSet<>(JWKSet.parse(jwks));
        } catch (ParseException unreadable) {
            throw new IllegalStateException("table oauth_client holds something that is not a JWK Set", unreadable);
        }
    }

    private JWKSource<SecurityContext> published(String place) {
        try {
            return JWKSourceBuilder.create(URI.create(place).toURL(), fetch)
                    .cache(KEEP.toMillis(), KeyFetch.LONGEST.toMillis())
                    .refreshAheadCache(false)
                    .rateLimited(PAUSE.toMillis())
                    .build();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException("table oauth_client holds something that is not a URL", impossible);
        }
    }
}
