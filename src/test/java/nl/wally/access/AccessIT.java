package nl.wally.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import javax.sql.DataSource;
import nl.wally.Tokens;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class AccessIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static DataSource database;
    private static ConfigurableApplicationContext server;
    private static URI base;
    private static Tokens tokens;

    @BeforeAll
    static void start() {
        database = AccessSlice.database();
        server = AccessSlice.start(AccessSlice.class, database);
        base = AccessSlice.address(server);
        tokens = new Tokens(base);
        ClientRegistry registry = server.getBean(ClientRegistry.class);
        registry.register(new Caller("his", "Organization/practice-1", null, Capacity.PRACTICE), "demo");
        registry.register(
                new Caller("wally", "Organization/social-1", "PractitionerRole/wally-1", Capacity.SOCIAL_WORKER),
                "demo");
        registry.register(new Caller("gone", "Organization/practice-1", null, Capacity.PRACTICE), "demo");
        JdbcClient.create(database)
                .sql("update oauth_client set enabled = false where client_id = 'gone'")
                .update();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void saysWhoIsCalling() throws Exception {
        assertThat(JSON.readValue(get("/fhir/whoami", tokens.of("wally")).body(), Caller.class))
                .isEqualTo(new Caller(
                        "wally", "Organization/social-1", "PractitionerRole/wally-1", Capacity.SOCIAL_WORKER));
        assertThat(JSON.readValue(get("/fhir/whoami", tokens.of("his")).body(), Caller.class))
                .isEqualTo(new Caller("his", "Organization/practice-1", null, Capacity.PRACTICE));
    }

    @Test
    void givesATokenOfFiveMinutesForThisServer() throws Exception {
        HttpResponse<String> answer = tokens.askByForm("wally", "demo");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        JsonNode body = JSON.readTree(answer.body());
        assertThat(body.get("expires_in").asInt()).isBetween(299, 300);
        SignedJWT token = SignedJWT.parse(body.get("access_token").asText());
        assertThat(token.getHeader().getType()).hasToString("at+jwt");
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("http://localhost:8080/fhir");
        assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo("http://localhost:8080");
        assertThat(token.getJWTClaimsSet().getStringClaim("organization")).isEqualTo("Organization/social-1");
        assertThat(token.getJWTClaimsSet().getStringClaim("practitioner_role")).isEqualTo("PractitionerRole/wally-1");
        assertThat(token.getJWTClaimsSet().getStringClaim("capacity")).isEqualTo("social-worker");
    }

    @Test
    void refusesAWrongSecretAnUnknownAndADisabledClient() {
        assertThat(tokens.ask("his", "wrong", "client_credentials").statusCode())
                .isEqualTo(401);
        assertThat(tokens.askByForm("his", "wrong").statusCode()).isEqualTo(401);
        assertThat(tokens.ask("nobody", "demo", "client_credentials").statusCode())
                .isEqualTo(401);
        HttpResponse<String> gone = tokens.ask("gone", "demo", "client_credentials");
        assertThat(gone.statusCode()).isEqualTo(401);
        assertThat(gone.body()).contains("invalid_client");
        assertThat(gone.headers().firstValue("WWW-Authenticate")).hasValue("Basic realm=\"waar-is-wally\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "authorization_code", "refresh_token", ""})
    void knowsNoOtherGrant(String grant) {
        assertThat(tokens.ask("his", "demo", grant).statusCode()).isEqualTo(400);
    }

    @Test
    void asksForATokenInJsonAndXml() throws Exception {
        HttpResponse<String> json = get("/fhir/whoami", null);
        assertThat(json.statusCode()).isEqualTo(401);
        assertThat(json.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"waar-is-wally\"");
        assertThat(json.headers().firstValue("Content-Type").orElse("")).startsWith("application/fhir+json");
        JsonNode issue = JSON.readTree(json.body()).get("issue").get(0);
        assertThat(issue.get("code").asText()).isEqualTo("login");
        assertThat(issue.at("/details/coding/0/code").asText()).isEqualTo("unauthenticated");

        HttpResponse<String> xml = get("/fhir/whoami?_format=xml", null);
        assertThat(xml.statusCode()).isEqualTo(401);
        assertThat(xml.headers().firstValue("Content-Type").orElse("")).startsWith("application/fhir+xml");
        assertThat(xml.body()).startsWith("<OperationOutcome").contains("value=\"unauthenticated\"");
        HttpRequest.Builder byHeader =
                HttpRequest.newBuilder(base.resolve("/fhir/Task")).header("Accept", "application/fhir+xml");
        assertThat(send(byHeader).body()).startsWith("<OperationOutcome");
    }

    @ParameterizedTest
    @EnumSource(Forgery.class)
    void refusesAForgedToken(Forgery forgery) throws Exception {
        HttpResponse<String> answer = get("/fhir/whoami", forgery.make(database, tokens.of("wally")));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer realm=\"waar-is-wally\", error=\"invalid_token\"");
        assertThat(answer.body()).contains("unauthenticated").doesNotContainIgnoringCase("jwt");
    }

    @Test
    void acceptsAForgeryThatChangesNothing() throws Exception {
        String same =
                Forgery.signed(database, Forgery.claims(tokens.of("wally")).build());
        assertThat(get("/fhir/whoami", same).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_id", "organization", "capacity"})
    void forbidsATokenThatDoesNotSayForWhom(String claim) throws Exception {
        String silent = Forgery.signed(
                database, Forgery.claims(tokens.of("his")).claim(claim, null).build());
        HttpResponse<String> answer = get("/fhir/whoami", silent);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("forbidden").contains(claim);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "organization=practice-1",
                "organization=Organization/practice-1/_history/1",
                "organization=https://elsewhere.example/Organization/practice-1",
                "practitioner_role=Practitioner/wally-1",
                "practitioner_role=",
                "capacity=system",
                "capacity=PRACTICE",
                "client_id= "
            })
    void forbidsATokenWhoseClaimsAreMalformed(String claim) throws Exception {
        String[] parts = claim.split("=", 2);
        String odd = Forgery.signed(
                database,
                Forgery.claims(tokens.of("wally")).claim(parts[0], parts[1]).build());
        assertThat(get("/fhir/whoami", odd).statusCode()).isEqualTo(403);
    }

    @Test
    void opensTheMetadataToEveryone() throws Exception {
        assertThat(get("/fhir/metadata", null).statusCode()).isEqualTo(200);
        assertThat(get("/fhir/metadata", "rubbish").statusCode()).isEqualTo(200);
        assertThat(send(HttpRequest.newBuilder(base.resolve("/fhir/metadata"))
                                .POST(HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/elsewhere",
                "/error",
                "/login",
                "/logout",
                "/actuator",
                "/fhirx",
                "/oauth2/authorize",
                "/oauth2/introspect",
                "/oauth2/revoke",
                "/oauth2/device_authorization",
                "/.well-known/openid-configuration"
            })
    void keepsEveryOtherDoorShut(String path) throws Exception {
        HttpResponse<String> answer = get(path, null);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(get(path, tokens.of("his")).statusCode()).isEqualTo(403);
    }

    @Test
    void answersAStrangePathInTheWordsOfItsPlace() throws Exception {
        HttpResponse<String> fhir = get("/fhir//Task", tokens.of("his"));
        assertThat(fhir.statusCode()).isEqualTo(400);
        assertThat(fhir.body()).contains("OperationOutcome");
        HttpResponse<String> elsewhere = get("/else//where", null);
        assertThat(elsewhere.statusCode()).isEqualTo(400);
        assertThat(elsewhere.body()).startsWith("{").doesNotContain("OperationOutcome");
        HttpResponse<String> method = send(HttpRequest.newBuilder(base.resolve("/fhir/whoami"))
                .method("STRANGE", HttpRequest.BodyPublishers.noBody()));
        assertThat(method.statusCode()).isEqualTo(400);
        assertThat(method.body()).contains("OperationOutcome");
        assertThat(get("/fhir/nothing", tokens.of("his")).statusCode()).isEqualTo(404);
    }

    @Test
    void remembersNothingBetweenRequestsAndNeedsNoFormToken() throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(base.resolve("/fhir/whoami"))
                .header("Authorization", tokens.bearer("his"))
                .POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(send(HttpRequest.newBuilder(base.resolve("/fhir/whoami"))).statusCode())
                .isEqualTo(401);
    }

    @Test
    void publishesOnlyThePublicHalfOfItsKeys() throws Exception {
        JsonNode keys = JSON.readTree(get("/oauth2/jwks", null).body()).get("keys");
        assertThat(keys).hasSize(1);
        assertThat(keys.get(0).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("kty", "e", "use", "kid", "alg", "n");
    }

    @Test
    void announcesWhatItOffersAndNoMore() throws Exception {
        JsonNode metadata = JSON.readTree(
                get("/.well-known/oauth-authorization-server", null).body());
        assertThat(metadata.get("issuer").asText()).isEqualTo("http://localhost:8080");
        assertThat(metadata.get("token_endpoint").asText()).isEqualTo("http://localhost:8080/oauth2/token");
        assertThat(metadata.get("grant_types_supported")).hasSize(1);
        assertThat(metadata.has("authorization_endpoint")).isFalse();
        assertThat(metadata.has("introspection_endpoint")).isFalse();
    }

    @Test
    void keepsNoTokenInTheDatabaseAndNoSecretInTheClear() {
        JdbcClient jdbc = JdbcClient.create(database);
        assertThat(jdbc.sql("select secret_hash from oauth_client")
                        .query(String.class)
                        .list())
                .allMatch(hash -> hash.startsWith("{bcrypt}$2a$10$"));
        assertThat(jdbc.sql("select table_name from information_schema.tables where table_schema = 'public'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("oauth_client", "signing_key", "used_assertion");
    }

    @Test
    void takesATokenFromBeforeARestart() throws Exception {
        String before = tokens.fresh("his");
        try (ConfigurableApplicationContext again = AccessSlice.start(AccessSlice.class, database)) {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            AccessSlice.address(again).resolve("/fhir/whoami"))
                    .header("Authorization", "Bearer " + before);
            assertThat(send(request).statusCode()).isEqualTo(200);
        }
    }

    private static HttpResponse<String> get(String path, String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(base + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
