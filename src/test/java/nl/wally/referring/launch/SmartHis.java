package nl.wally.referring.launch;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** The same HIS with SMART App Launch: it launches, authorises, gives tokens, and serves its Patient and Practitioner. */
final class SmartHis extends StandInHis {
    /** Opaque, and with what addresses have to write in another way. */
    static final String LAUNCH = "launch+4711/=&";

    private static final String TOKEN = "access-token-of-the-his";

    /** What the ID token says is spoilt by this. */
    volatile UnaryOperator<JWTClaimsSet.Builder> twist = UnaryOperator.identity();

    volatile RSAKey signing = key;
    volatile String fhirUser = "Practitioner/arts-7";
    volatile boolean active = true;
    volatile String challenges = "\"S256\"";
    /** Under what its metadata says who signs its ID tokens. */
    volatile String issuerIs = "issuer";

    /** What was asked for last, and what the token endpoint got. */
    volatile Map<String, String> asked = Map.of();

    volatile Map<String, String> exchanged = Map.of();
    private final Set<String> codes = ConcurrentHashMap.newKeySet();

    SmartHis(String client) {
        super(client);
        server.createContext("/fhir/.well-known/smart-configuration", exchange -> json(exchange, 200, metadata()));
        server.createContext("/keys", exchange -> json(exchange, 200, publicKeys()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.createContext(
                "/fhir/Patient/4711", exchange -> record(exchange, JSONObjectUtils.toJSONString(patient())));
        server.createContext(
                "/fhir/Practitioner/arts-7",
                exchange -> record(
                        exchange,
                        "{\"resourceType\": \"Practitioner\", \"id\": \"arts-7\", \"active\": " + active + "}"));
    }

    String iss() {
        return address() + "/fhir";
    }

    /** A line of the operator's file. */
    String entry(String practice) {
        return "- {iss: \"" + iss() + "\", organization: " + practice + ", client-id: waar-is-wally}\n";
    }

    private static Map<String, Object> patient() {
        Map<String, Object> patient = new HashMap<>(THEA);
        patient.put("id", "4711");
        return patient;
    }

    private void authorize(HttpExchange exchange) throws IOException {
        asked = parameters(exchange.getRequestURI().getRawQuery());
        boolean good = LAUNCH.equals(asked.get("launch"))
                && iss().equals(asked.get("aud"))
                && "S256".equals(asked.get("code_challenge_method"));
        String code = "code-" + asked.get("state");
        codes.add(code);
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        asked.get("redirect_uri") + "?state=" + asked.get("state")
                                + (good ? "&code=" + code : "&error=invalid_request"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        exchanged = parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        boolean good = codes.remove(exchanged.get("code"))
                && challenge(exchanged.get("code_verifier")).equals(asked.get("code_challenge"))
                && asked.get("redirect_uri").equals(exchanged.get("redirect_uri"));
        json(exchange, good ? 200 : 400, good ? """
                        {"access_token": "%s", "token_type": "Bearer", "expires_in": 300, "patient": "4711",
                         "scope": "launch openid fhirUser", "id_token": "%s"}""".formatted(TOKEN, idToken()) : "{\"error\": \"invalid_grant\"}");
    }

    private String idToken() {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(address())
                .subject("arts-7")
                .audience("waar-is-wally")
                .issueTime(in(0))
                .expirationTime(in(60))
                .claim("nonce", asked.get("nonce"))
                .claim("fhirUser", fhirUser);
        return signed(signing, JWSAlgorithm.RS384, twist.apply(claims));
    }

    private void record(HttpExchange exchange, String text) throws IOException {
        boolean may = ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        answer(exchange, may ? 200 : 401, "application/fhir+json", may ? text : "{}");
    }

    private String metadata() {
        return """
                {"%3$s": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/keys", "grant_types_supported": ["authorization_code"],
                 "code_challenge_methods_supported": [%2$s],
                 "capabilities": ["launch-ehr", "permission-v2", "sso-openid-connect", "client-public"]}""".formatted(address(), challenges, issuerIs);
    }

    private static void json(HttpExchange exchange, int status, String text) throws IOException {
        answer(exchange, status, "application/json", text);
    }

    private static String challenge(String verifier) {
        try {
            return Base64URL.encode(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)))
                    .toString();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, String> parameters(String text) {
        Map<String, String> found = new HashMap<>();
        Arrays.stream(text.split("&"))
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> found.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        return found;
    }
}
