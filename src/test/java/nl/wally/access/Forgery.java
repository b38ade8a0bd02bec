package nl.wally.access;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tokens that are not what they seem, made from a good one and, where that helps a forger, with the server's own key. */
enum Forgery {
    RUBBISH((database, good) -> "rubbish"),
    TRUNCATED((database, good) -> good.substring(0, good.lastIndexOf('.') + 20)),
    UNSIGNED((database, good) -> good.substring(0, good.lastIndexOf('.') + 1)),
    SIGNATURE_OF_ANOTHER((database, good) -> signed(
            new RSAKeyGenerator(2048).keyID(key(database).getKeyID()).generate(),
            claims(good).build())),
    UNKNOWN_KEY((database, good) -> signed(
            new RSAKeyGenerator(2048).keyID("unknown").generate(), claims(good).build())),
    ALGORITHM_NONE((database, good) -> new PlainJWT(claims(good).build()).serialize()),
    PUBLIC_KEY_AS_SHARED_SECRET((database, good) -> {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID(key(database).getKeyID())
                        .type(new JOSEObjectType("at+jwt"))
                        .build(),
                claims(good).build());
        token.sign(new MACSigner(key(database).toRSAPublicKey().getEncoded()));
        return token.serialize();
    }),
    EXPIRED((database, good) ->
            signed(database, claims(good).expirationTime(in(-31)).build())),
    NOT_YET((database, good) ->
            signed(database, claims(good).notBeforeTime(in(60)).build())),
    WITHOUT_END((database, good) ->
            signed(database, claims(good).expirationTime(null).build())),
    OF_ANOTHER_ISSUER((database, good) ->
            signed(database, claims(good).issuer("https://elsewhere.example").build())),
    FOR_ANOTHER_SERVER((database, good) -> signed(
            database, claims(good).audience("https://elsewhere.example/fhir").build())),
    FOR_NO_SERVER((database, good) ->
            signed(database, claims(good).audience((String) null).build())),
    NOT_AN_ACCESS_TOKEN((database, good) -> {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(key(database).getKeyID())
                        .build(),
                claims(good).build());
        token.sign(new RSASSASigner(key(database)));
        return token.serialize();
    });

    private final Making making;

    Forgery(Making making) {
        this.making = making;
    }

    String make(DataSource database, String good) throws Exception {
        return making.make(database, good);
    }

    static JWTClaimsSet.Builder claims(String token) throws Exception {
        return new JWTClaimsSet.Builder(SignedJWT.parse(token).getJWTClaimsSet());
    }

    /** Signed with the server's own key. */
    static String signed(DataSource database, JWTClaimsSet claims) throws Exception {
        return signed(key(database), claims);
    }

    static String signed(RSAKey key, JWTClaimsSet claims) throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(key.getKeyID())
                        .type(new JOSEObjectType("at+jwt"))
                        .build(),
                claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private static Date in(int seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    private static RSAKey key(DataSource database) throws Exception {
        return RSAKey.parse(JdbcClient.create(database)
                .sql("select jwk::text from signing_key where retired_at is null")
                .query(String.class)
                .single());
    }

    private interface Making {
        String make(DataSource database, String good) throws Exception;
    }
}
