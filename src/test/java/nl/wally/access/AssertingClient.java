package nl.wally.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** A client with keys of its own, that asks for tokens as SMART Backend Services says. */
public final class AssertingClient {
    static final String ENDPOINT = "http://localhost:8080/oauth2/token";

    final String id;
    final RSAKey rsa;
    final ECKey ec;
    private final HttpClient http = HttpClient.newHttpClient();

    public AssertingClient(String id) {
        this.id = id;
        try {
            rsa = new RSAKeyGenerator(2048).keyID(id + "-rsa").generate();
            ec = new ECKeyGenerator(Curve.P_384).keyID(id + "-ec").generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Its public keys, in the form in which they are registered and published. */
    public String publicKeys() {
        return new JWKSet(List.<JWK>of(rsa, ec)).toString(true);
    }

    /** A line of the file of clients. */
    String entry(String capacity, String organization, String scopes, String proof) {
        return "{\"id\": \"%s\", \"capacity\": \"%s\", \"organization\": \"%s\", \"scopes\": [\"%s\"], %s}"
                .formatted(id, capacity, organization, scopes, proof);
    }

    /** The claims of a good assertion, to be spoilt. */
    JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(id)
                .subject(id)
                .audience(ENDPOINT)
                .jwtID(UUID.randomUUID().toString())
                .expirationTime(in(240));
    }

    String signed(JWTClaimsSet claims) {
        return signed(rsa, JWSAlgorithm.RS384, rsa.getKeyID(), claims);
    }

    static String signed(JWK key, JWSAlgorithm algorithm, String kid, JWTClaimsSet claims) {
        SignedJWT assertion = new SignedJWT(
                new JWSHeader.Builder(algorithm)
                        .keyID(kid)
                        .type(JOSEObjectType.JWT)
                        .build(),
                claims);
        try {
            JWSSigner signer = new DefaultJWSSignerFactory().createJWSSigner(key, algorithm);
            assertion.sign(signer);
        } catch (JOSEException unusable) {
            throw new IllegalStateException(unusable);
        }
        return assertion.serialize();
    }

    static Date in(int seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    /** The answer to a good assertion. */
    public HttpResponse<String> ask(URI base, String... form) {
        return send(base, signed(claims().build()), form);
    }

    HttpResponse<String> send(URI base, String assertion, String... form) {
        StringBuilder body = new StringBuilder("grant_type=client_credentials&client_assertion_type=")
                .append(encoded("urn:ietf:params:oauth:client-assertion-type:jwt-bearer"))
                .append("&client_assertion=")
                .append(encoded(assertion));
        for (int i = 0; i < form.length; i += 2) {
            body.append('&').append(form[i]).append('=').append(encoded(form[i + 1]));
        }
        try {
            return http.send(
                    HttpRequest.newBuilder(base.resolve("/oauth2/token"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(body.toString()))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
