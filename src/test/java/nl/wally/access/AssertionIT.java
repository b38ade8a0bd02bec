package nl.wally.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import nl.wally.Tokens;
import nl.wally.shared.Caller;
import nl.wally.shared.Occurrence;
import nl.wally.shared.Problem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** SMART Backend Services: a client proves by an assertion that it signed who it is, on two nodes with one database. */
class AssertionIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path folder;

    private static DataSource database;
    private static ConfigurableApplicationContext node;
    private static ConfigurableApplicationContext otherNode;
    private static URI base;
    private static AssertingClient his;
    private static AssertingClient other;

    @BeforeAll
    static void start() throws Exception {
        his = new AssertingClient("his");
        other = new AssertingClient("other");
        Path file = folder.resolve("clients.yaml");
        Files.writeString(
                file,
                "clients: [%s, %s]"
                        .formatted(
                                his.entry(
                                        "practice",
                                        "Organization/practice-1",
                                        "system/Task.rs\", \"system/Patient.cru",
                                        "\"jwks\": " + his.publicKeys()),
                                other.entry(
                                        "practice",
                                        "Organization/practice-2",
                                        "system/*.cruds",
                                        "\"jwks\": " + other.publicKeys())));
        database = AccessSlice.database();
        String[] settings = {"wally.access.clients-file=" + file, "wally.test.demo-credentials=false"};
        node = AccessSlice.start(AccessSlice.class, database, settings);
        otherNode = AccessSlice.start(AccessSlice.class, database, settings);
        base = AccessSlice.address(node);
    }

    @AfterAll
    static void stop() {
        node.close();
        otherNode.close();
    }

    @Test
    void givesATokenForAnAssertionOfEitherAlgorithm() throws Exception {
        for (String assertion : List.of(
                his.signed(his.claims().build()),
                AssertingClient.signed(
                        his.ec,
                        JWSAlgorithm.ES384,
                        his.ec.getKeyID(),
                        his.claims().build()))) {
            HttpResponse<String> answer = his.send(base, assertion);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            JsonNode body = JSON.readTree(answer.body());
            assertThat(body.get("token_type").asText()).isEqualTo("Bearer");
            assertThat(body.get("expires_in").asInt()).isLessThanOrEqualTo(300);
            assertThat(body.get("scope").asText().split(" "))
                    .containsExactlyInAnyOrder("system/Task.rs", "system/Patient.cru");
            var claims = SignedJWT.parse(body.get("access_token").asText()).getJWTClaimsSet();
            assertThat(claims.getStringClaim("client_id")).isEqualTo("his");
            assertThat(claims.getStringClaim("organization")).isEqualTo("Organization/practice-1");
            assertThat(claims.getStringClaim("scope"))
                    .isEqualTo(body.get("scope").asText());
        }
    }

    @ParameterizedTest
    @EnumSource(AssertionForgery.class)
    void refusesAForgedAssertion(AssertionForgery forgery) throws Exception {
        HttpResponse<String> answer = other.send(base, forgery.make(his, other));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        // The same word for everything: which check failed would help a forger.
        assertThat(answer.body()).isEqualTo("{\"error\":\"invalid_client\"}");
    }

    @Test
    @DisplayName("An assertion is of use once, on whichever node: who overhears it gets nothing for it")
    void refusesAReplay() {
        String assertion = his.signed(his.claims().build());
        assertThat(his.send(base, assertion).statusCode()).isEqualTo(200);
        assertThat(his.send(base, assertion).statusCode()).isEqualTo(401);
        assertThat(his.send(AccessSlice.address(otherNode), assertion).statusCode())
                .isEqualTo(401);
    }

    @Test
    @DisplayName("The same jti of another client is another assertion: nobody can use up what others will say")
    void keepsTheAssertionsOfClientsApart() {
        String jti = "chosen-by-both";
        assertThat(other.send(base, other.signed(other.claims().jwtID(jti).build()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(his.send(base, his.signed(his.claims().jwtID(jti).build())).statusCode())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("Of eight at the same instant on two nodes one is the first: a race is no way round")
    void letsOneOfManyAtTheSameInstantThrough() throws Exception {
        String assertion = his.signed(his.claims().build());
        int many = 8;
        CyclicBarrier together = new CyclicBarrier(many);
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try {
            List<Future<Integer>> asked = IntStream.range(0, many)
                    .mapToObj(number -> threads.submit(() -> {
                        together.await();
                        URI address = AccessSlice.address(number % 2 == 0 ? node : otherNode);
                        return his.send(address, assertion).statusCode();
                    }))
                    .toList();
            List<Integer> answers = new java.util.ArrayList<>();
            for (Future<Integer> one : asked) {
                answers.add(one.get());
            }
            assertThat(answers).containsOnlyOnce(200).containsOnly(200, 401);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void forgetsAssertionsThatHaveExpired() {
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("insert into used_assertion values (decode('00', 'hex'), now() - interval '1 minute')")
                .update();
        assertThat(his.ask(base).statusCode()).isEqualTo(200);
        assertThat(jdbc.sql("select count(*) from used_assertion where expires_at < now()")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void takesAClientIdBesideItAndRefusesAnother() {
        assertThat(his.ask(base, "client_id", "his").statusCode()).isEqualTo(200);
        assertThat(his.ask(base, "client_id", "other").statusCode()).isEqualTo(401);
    }

    @Test
    @DisplayName("Outside of a demo region a shared secret opens nothing, whoever put it into the database")
    void refusesSecrets() throws Exception {
        node.getBean(ClientRegistry.class)
                .register(new Caller("secretive", "Organization/practice-1", null, Caller.Capacity.PRACTICE), "demo");
        var tokens = new Tokens(base);
        assertThat(tokens.ask("secretive", "demo", "client_credentials").statusCode())
                .isEqualTo(401);
        assertThat(tokens.askByForm("secretive", "demo").statusCode()).isEqualTo(401);
        assertThat(his.send(
                                base,
                                his.signed(his.claims()
                                        .issuer("secretive")
                                        .subject("secretive")
                                        .build()))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    @DisplayName("Who looks for a stolen key looks at who got a token, and when one was refused")
    void putsOnRecordWhoGotATokenAndThatOneWasRefused() {
        List<Occurrence> noted = node.getBean(AccessSlice.Noted.class).all;
        noted.clear();
        his.ask(base);
        his.ask(base, "scope", "system/Consent.r");
        his.send(base, other.signed(his.claims().build()));
        assertThat(noted).allMatch(one -> one.kind() == Occurrence.Kind.SIGN_IN);
        assertThat(noted)
                .extracting(Occurrence::refused)
                .containsExactly(null, Problem.FORBIDDEN, Problem.UNAUTHENTICATED);
        Caller known = new Caller("his", "Organization/practice-1", null, Caller.Capacity.PRACTICE);
        assertThat(noted).extracting(Occurrence::caller).containsExactly(known, known, null);
    }

    @Test
    void grantsWhatIsBothAskedForAndAllowed() throws Exception {
        assertThat(granted("system/Task.cruds system/Patient.r openid"))
                .containsExactlyInAnyOrder("system/Task.rs", "system/Patient.r");
        assertThat(granted("system/*.rs")).containsExactlyInAnyOrder("system/Task.rs", "system/Patient.r");
        assertThat(granted("system/Task.r?owner=PractitionerRole/wally-1"))
                .containsExactly("system/Task.r?owner=PractitionerRole/wally-1");
    }

    @Test
    void saysWhenNothingIsLeftToGrant() {
        for (String scope : List.of(
                "system/Consent.r",
                "system/Task.c",
                "patient/Task.r",
                "system/Task.read",
                "system/Task.r?note=x",
                "x")) {
            HttpResponse<String> answer = his.ask(base, "scope", scope);
            assertThat(answer.statusCode()).as(scope).isEqualTo(400);
            assertThat(answer.body()).isEqualTo("{\"error\":\"invalid_scope\"}");
        }
    }

    private static String[] granted(String scope) throws Exception {
        HttpResponse<String> answer = his.ask(base, "scope", scope);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body()).get("scope").asText().split(" ");
    }
}
