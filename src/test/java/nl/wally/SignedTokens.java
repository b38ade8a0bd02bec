package nl.wally;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import nl.wally.shared.Caller;
import nl.wally.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Access tokens signed with the server's own key, for tests that are not about how callers get theirs: they cost nothing, and
 * they outlive the jumps of a test clock.
 */
public final class SignedTokens {
    private static final String ISSUER = "http://localhost:8080";
    private static final Duration VALIDITY = Duration.ofDays(730);

    private final RSAKey key;
    private final Map<Caller, String> known = new ConcurrentHashMap<>();

    /** Signs with the key that is in use in this database. */
    public SignedTokens(DataSource database) {
        key = parse(JdbcClient.create(database)
                .sql("select jwk::text from signing_key where retired_at is null")
                .query(String.class)
                .single());
    }

    /** The token of this caller, valid for two years. */
    public String of(Caller caller) {
        return known.computeIfAbsent(caller, this::sign);
    }

    /** A token that carries these scopes as well, whatever they are. */
    public String of(Caller caller, String scope) {
        return sign(caller, scope);
    }

    private String sign(Caller caller) {
        String scopes = caller.scopes().stream().map(Scope::text).collect(Collectors.joining(" "));
        return sign(caller, scopes);
    }

    private String sign(Caller caller, String scope) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(ISSUER + "/fhir")
                .subject(caller.client())
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plus(VALIDITY)))
                .claim("client_id", caller.client())
                .claim("organization", caller.organization())
                .claim(
                        "capacity",
                        caller.capacity().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (!caller.scopes().equals(Scope.EVERYTHING)) {
            claims.claim("scope", scope);
        }
        if (caller.role() != null) {
            claims.claim("practitioner_role", caller.role());
        }
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(key.getKeyID())
                .type(new JOSEObjectType("at+jwt"))
                .build();
        var token = new SignedJWT(header, claims.build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException unusable) {
            throw new IllegalStateException(unusable);
        }
        return token.serialize();
    }

    private static RSAKey parse(String key) {
        try {
            return RSAKey.parse(key);
        } catch (ParseException unusable) {
            throw new IllegalStateException(unusable);
        }
    }
}
