package nl.wally.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import nl.wally.Tokens;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class OutsideIssuerIT {
    private static final String ISSUER = "https://login.example/realms/wally";
    private static final String AUDIENCE = "https://wally.example/fhir";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static HttpServer issuer;
    private static ConfigurableApplicationContext server;
    private static URI base;
    private static RSAKey rsa;
    private static ECKey ec;

    @BeforeAll
    static void start() throws Exception {
        rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
        ec = new ECKeyGenerator(Curve.P_384).keyID("ec").generate();
        byte[] keys = new JWKSet(List.of(rsa, ec)).toString().getBytes(StandardCharsets.UTF_8);
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext("/certs", exchange -> {
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        issuer.start();
        server = AccessSlice.start(
                AccessSlice.class,
                AccessSlice.database(),
                "wally.access.issuer-uri=" + ISSUER,
                "wally.access.jwk-set-uri=http://localhost:"
                        + issuer.getAddress().getPort() + "/certs",
                "wally.access.audience=" + AUDIENCE,
                "wally.access.claims.client=azp",
                "wally.access.claims.organization=wally_organization");
        base = AccessSlice.address(server);
    }

    @AfterAll
    static void stop() {
        server.close();
        issuer.stop(0);
    }

    @Test
    void acceptsTokensOfThatIssuerWithItsOwnClaimNames() throws Exception {
        HttpResponse<String> answer = call(rsa(claims().build(), JOSEObjectType.JWT));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(new ObjectMapper().readValue(answer.body(), Caller.class))
                .isEqualTo(new Caller("his-7", "Organization/practice-7", null, Capacity.PRACTICE));
        assertThat(call(rsa(claims().build(), new JOSEObjectType("at+jwt"))).statusCode())
                .isEqualTo(200);
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES384).keyID("ec").build(), claims().build());
        token.sign(new ECDSASigner(ec));
        assertThat(call(token.serialize()).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesWhatThatIssuerDidNotMakeForThisServer() throws Exception {
        assertThat(call(rsa(claims().issuer("http://localhost:8080").build(), JOSEObjectType.JWT))
                        .statusCode())
                .isEqualTo(401);
        assertThat(call(rsa(claims().audience("account").build(), JOSEObjectType.JWT))
                        .statusCode())
                .isEqualTo(401);
        assertThat(call(rsa(
                                claims().expirationTime(Date.from(Instant.now().minusSeconds(31)))
                                        .build(),
                                JOSEObjectType.JWT))
                        .statusCode())
                .isEqualTo(401);
        assertThat(call(rsa(claims().build(), new JOSEObjectType("logout+jwt"))).statusCode())
                .isEqualTo(401);
        assertThat(call(new PlainJWT(claims().build()).serialize()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void givesNoTokensItself() throws Exception {
        assertThat(new Tokens(base)
                        .ask("his-demo-1", "demo", "client_credentials")
                        .statusCode())
                .isEqualTo(401);
        assertThat(HTTP.send(
                                HttpRequest.newBuilder(base.resolve("/oauth2/jwks"))
                                        .build(),
                                BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(401);
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(List.of("account", AUDIENCE))
                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                .claim("azp", "his-7")
                .claim("wally_organization", "Organization/practice-7")
                .claim("capacity", "practice");
    }

    private static String rsa(JWTClaimsSet claims, JOSEObjectType type) throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.PS256)
                        .keyID("rsa")
                        .type(type)
                        .build(),
                claims);
        token.sign(new RSASSASigner(rsa));
        return token.serialize();
    }

    private static HttpResponse<String> call(String token) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(base.resolve("/fhir/whoami"))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                BodyHandlers.ofString());
    }
}
