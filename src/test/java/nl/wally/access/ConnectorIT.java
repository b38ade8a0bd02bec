package nl.wally.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import javax.sql.DataSource;
import nl.wally.Tokens;
import nl.wally.attack.Wire;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** What an operator can switch on at the door, and how long a body may take. */
class ConnectorIT {
    private static final String APP = "https://app.example";

    private static ConfigurableApplicationContext server;
    private static URI base;
    private static String token;

    @BeforeAll
    static void start() {
        DataSource database = AccessSlice.database();
        server = AccessSlice.start(
                AccessSlice.class,
                database,
                "server.forward-headers-strategy=native",
                "server.tomcat.connection-timeout=2s",
                "wally.access.cors-origins=" + APP,
                "wally.access.body-time=1s");
        base = AccessSlice.address(server);
        server.getBean(ClientRegistry.class)
                .register(new Caller("his", "Organization/practice-1", null, Capacity.PRACTICE), "demo");
        token = new Tokens(base).bearer("his");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** A thread that waits for the rest of a body answers nobody else; some two hundred of these and the server is still. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /oauth2/token HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded",
                "POST /fhir/whoami HTTP/1.1\r\nContent-Type: application/fhir+json",
                "POST /elsewhere HTTP/1.1\r\nContent-Type: text/plain",
                "POST /fhir/whoami HTTP/1.1\r\nContent-Type: application/fhir+json\r\nAuthorization: TOKEN"
            })
    void aBodyThatTricklesIsCutOff(String request) throws IOException {
        String head = request.replace("TOKEN", token) + "\r\nHost: x\r\nContent-Length: 60000\r\n\r\n";
        assertThat(Wire.trickle(base, head, 200)).isLessThan(100);
    }

    @Test
    void aBodyInOneGoKeepsItsConnection() {
        String request = "POST /fhir/whoami HTTP/1.1\r\nHost: x\r\nAuthorization: " + token
                + "\r\nContent-Length: 40000\r\n\r\n" + "x".repeat(40_000);
        String last = request.replace("Host: x", "Host: x\r\nConnection: close");
        assertThat(Wire.say(base, request + last).statuses()).containsExactly(200, 200);
        String refused = request.replace("Authorization", "X-Nothing");
        assertThat(Wire.say(base, refused + last).statuses()).containsExactly(401, 200);
    }

    /** Asks whether to go on, hears that it may not, and sends nothing: nobody waits for the rest. */
    @Test
    void whoAsksBeforeItSendsIsToldAtOnce() {
        Wire.Said answer = Wire.say(
                base, "POST /fhir/whoami HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 40000\r\n\r\n");
        assertThat(answer.statuses()).containsExactly(401);
        assertThat(answer.closed()).isTrue();
    }

    /** Tomcat would go on with the first two hundred, and a token would be given for half of what was asked. */
    @ParameterizedTest
    @ValueSource(strings = {"&x=1", "&y=%zz"})
    void takesNoHalfForm(String parameter) {
        String form = "grant_type=client_credentials" + parameter.repeat(300);
        Wire.Said answer = Wire.say(
                base,
                "POST /oauth2/token HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length()
                        + "\r\n\r\n" + form);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\"unreadable\"");
    }

    @Test
    void saysThatOnlyTlsWillDoWhereAProxyOfItsOwnSaysSo() {
        String request = "GET /fhir/metadata HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
        assertThat(Wire.say(base, request + "X-Forwarded-Proto: https\r\n\r\n").headers("Strict-Transport-Security"))
                .containsExactly(DoorHeaders.ONLY_BY_TLS);
        assertThat(Wire.say(base, request + "X-Forwarded-Proto: http\r\n\r\n").headers("Strict-Transport-Security"))
                .isEmpty();
    }

    @Test
    void aBrowserAppThatIsNamedMayCall() {
        Wire.Said asked = Wire.say(base, preflight(APP, "authorization, content-type, if-match"));
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.headers("Access-Control-Allow-Origin")).containsExactly(APP);
        assertThat(asked.headers("Access-Control-Allow-Credentials")).isEmpty();
        Wire.Said called = Wire.say(
                base,
                "GET /fhir/whoami HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: " + token + "\r\nOrigin: "
                        + APP + "\r\n\r\n");
        assertThat(called.status()).isEqualTo(200);
        assertThat(called.headers("Access-Control-Allow-Origin")).containsExactly(APP);
        assertThat(called.headers("Access-Control-Expose-Headers").toString()).contains("ETag");
        assertThat(called.headers("Vary").toString()).contains("Origin");
    }

    /** An origin is compared as a whole: what only looks like it, or is nothing at all, is somebody else's page. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "https://elsewhere.example",
                "http://app.example",
                "https://app.example.elsewhere.example",
                "https://elsewhere.example/https://app.example",
                "https://app.example:8443",
                "https://APP.example"
            })
    void aBrowserAppThatIsNotNamedMayNot(String origin) {
        assertThat(Wire.say(base, preflight(origin, "authorization")).text()).doesNotContain("Access-Control-Allow");
        Wire.Said called = Wire.say(
                base, "GET /fhir/metadata HTTP/1.1\r\nHost: x\r\nConnection: close\r\nOrigin: " + origin + "\r\n\r\n");
        assertThat(called.status()).isEqualTo(200);
        assertThat(called.text()).doesNotContain("Access-Control-Allow");
    }

    private static String preflight(String origin, String headers) {
        return String.join(
                "\r\n",
                List.of(
                        "OPTIONS /fhir/whoami HTTP/1.1",
                        "Host: x",
                        "Connection: close",
                        "Origin: " + origin,
                        "Access-Control-Request-Method: PUT",
                        "Access-Control-Request-Headers: " + headers,
                        "",
                        ""));
    }
}
