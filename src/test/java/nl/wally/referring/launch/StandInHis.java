package nl.wally.referring.launch;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A small HIS: it has a page with a button that launches the referral form by a signed form. It stands at 127.0.0.1, which for a
 * browser is another site than localhost.
 */
class StandInHis implements AutoCloseable {
    static final String AUDIENCE = "http://localhost:8080/launch/jwt";

    static final Map<String, Object> THEA = Map.of(
            "resourceType", "Patient",
            "identifier",
                    List.of(
                            Map.of("system", "http://his.example/patients", "value", "4711"),
                            Map.of("system", "http://fhir.nl/fhir/NamingSystem/bsn", "value", "999990007")),
            "name", List.of(Map.of("use", "official", "family", "Vos", "given", List.of("Thea"))),
            "gender", "female",
            "birthDate", "1970-04-01",
            "telecom", List.of(Map.of("system", "phone", "value", "06 12345678")),
            "generalPractitioner", List.of(Map.of("display", "Dr. Van Dijk")));

    final String client;
    final RSAKey key;
    final HttpServer server;
    private volatile String page = "";

    StandInHis(String client) {
        this.client = client;
        try {
            key = new RSAKeyGenerator(2048).keyID(client).generate();
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (JOSEException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        server.createContext("/patient", exchange -> answer(exchange, 200, "text/html", page));
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String publicKeys() {
        return new JWKSet(key).toString(true);
    }

    /** Where its page is, with a button that sends this launch as a form to this door. */
    String pageWith(String token, String door) {
        page = """
                <!DOCTYPE html><html lang="nl"><title>HIS</title><form method="post" action="%s">
                <input type="hidden" name="token" value="%s"><button>Naar de Wally</button></form>""".formatted(door, token);
        return address() + "/patient";
    }

    /** What a good launch says, to be spoilt. */
    JWTClaimsSet.Builder launch(String user) {
        return new JWTClaimsSet.Builder()
                .issuer(client)
                .subject(user)
                .audience(AUDIENCE)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(in(0))
                .expirationTime(in(120))
                .claim("organization", "Organization/practice-1")
                .claim("patient", THEA)
                .claim("icpc", List.of("Z01.02", "P76", "P06"))
                .claim("transaction", Map.of("system", "http://his.example/referrals", "value", "V-1"));
    }

    String signed(JWTClaimsSet.Builder claims) {
        return signed(key, JWSAlgorithm.RS256, claims);
    }

    static String signed(RSAKey key, JWSAlgorithm algorithm, JWTClaimsSet.Builder claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Date in(int seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + ";charset=UTF-8");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
