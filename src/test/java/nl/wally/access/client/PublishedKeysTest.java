package nl.wally.access.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import nl.wally.shared.AddressRules;
import nl.wally.shared.AddressRules.Allowed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;

/** Keys that a client publishes are fetched again when they have changed, and from nowhere else than it says. */
class PublishedKeysTest {
    private final AtomicReference<String> published = new AtomicReference<>("");
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer place;

    @BeforeEach
    void open() throws IOException {
        place = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        place.setExecutor(Executors.newCachedThreadPool());
        place.createContext("/jwks", exchange -> {
            asked.incrementAndGet();
            byte[] body = published.get().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        place.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", address("/jwks"));
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        place.createContext("/slow", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            await(over);
            exchange.close();
        });
        place.start();
    }

    @AfterEach
    void close() {
        over.countDown();
        place.stop(0);
    }

    @Test
    void aClientChangesItsKeysWithoutAWord() throws Exception {
        JWK first = new RSAKeyGenerator(2048).keyID("first").generate();
        JWK second = new RSAKeyGenerator(2048).keyID("second").generate();
        publish(first);
        var keys = new ClientKeys(new KeyFetch(true, false)).of(client(address("/jwks")));
        assertThat(keys.get(named("first"), null)).hasSize(1);
        publish(first, second);
        assertThat(keys.get(named("second"), null)).as("fetched again for it").hasSize(1);
        assertThat(keys.get(named("first"), null)).as("both during the change").hasSize(1);
        assertThat(asked).hasValue(2);
    }

    @Test
    @DisplayName("A forger with one unknown kid after the other must not make this server call all day")
    void unknownKeysDoNotMakeItCallAllTheTime() throws Exception {
        publish(new RSAKeyGenerator(2048).keyID("first").generate());
        var keys = new ClientKeys(new KeyFetch(true, false)).of(client(address("/jwks")));
        keys.get(named("first"), null);
        for (int i = 0; i < 20; i++) {
            JWKSelector unknown = named("unknown-" + i);
            try {
                assertThat(keys.get(unknown, null)).isEmpty();
            } catch (com.nimbusds.jose.KeySourceException asksTooOften) {
                assertThat(asksTooOften).isNotNull();
            }
        }
        assertThat(asked.get()).isLessThanOrEqualTo(3);
    }

    @Test
    @DisplayName("A key of 1024 bits can be broken: published or not, it proves nothing")
    void weakKeysCountForNothing() throws Exception {
        publish(new RSAKeyGenerator(1024, true).keyID("weak").generate());
        var keys = new ClientKeys(new KeyFetch(true, false)).of(client(address("/jwks")));
        assertThat(keys.get(named("weak"), null)).isEmpty();
    }

    @Test
    @DisplayName("A redirect would lead where the operator has not agreed to, for instance inside the network")
    void followsNoRedirect() {
        assertThatThrownBy(() -> fetch("/moved")).isInstanceOf(IOException.class);
        assertThat(asked).hasValue(0);
    }

    @Test
    @DisplayName("An answer without end must not fill the memory")
    void readsNoMoreThanItMust() {
        published.set("x".repeat(64 * 1024 + 1));
        assertThatThrownBy(() -> fetch("/jwks")).isInstanceOf(IOException.class);
    }

    @Test
    @DisplayName("An answer that never comes must not hold a thread")
    void waitsNoLongerThanItMust() {
        long start = System.nanoTime();
        assertThatThrownBy(() -> fetch("/slow")).isInstanceOf(IOException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void goesNowhereNearOutsideOfADemoRegion() {
        assertThatThrownBy(() -> new KeyFetch(false, false)
                        .retrieveResource(URI.create(address("/jwks")).toURL()))
                .isInstanceOf(IOException.class);
        assertThat(asked).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({
        "93.184.215.14,   true,  true",
        "10.1.2.3,        false, true",
        "172.16.0.1,      false, true",
        "192.168.1.1,     false, true",
        "100.64.0.1,      false, true",
        "fd00::1,         false, true",
        "127.0.0.1,       false, false",
        "::1,             false, false",
        "169.254.169.254, false, false",
        "fe80::1,         false, false",
        "0.0.0.0,         false, false",
        "224.0.0.1,       false, false",
        "::ffff:10.0.0.1, false, true"
    })
    @DisplayName("Who registers an address inside the network would have this server read there what they cannot")
    void callsPublicAddressesOnly(String address, boolean may, boolean mayInside) throws Exception {
        List<InetAddress> addresses = List.of(InetAddress.getByName(address));
        assertThat(AddressRules.mayCall(addresses, new Allowed(false, false))).isEqualTo(may);
        assertThat(AddressRules.mayCall(addresses, new Allowed(false, true))).isEqualTo(mayInside);
    }

    @ParameterizedTest
    @CsvSource({
        "https://his.example/jwks,      true,  true",
        "http://his.example/jwks,       false, false",
        "http://localhost:9/jwks,       false, true",
        "https://user@his.example/jwks, false, false",
        "https://his.example/jwks#a,    false, false",
        "file:///etc/passwd,            false, false",
        "jwks,                          false, false"
    })
    void namesAddressesWithTls(URI place, boolean may, boolean mayInDemo) {
        assertThat(AddressRules.mayName(place, new Allowed(false, false))).isEqualTo(may);
        assertThat(AddressRules.mayName(place, new Allowed(true, false))).isEqualTo(mayInDemo);
    }

    private void fetch(String path) throws IOException {
        new KeyFetch(true, false).retrieveResource(URI.create(address(path)).toURL());
    }

    private void publish(JWK... keys) {
        published.set(new JWKSet(List.of(keys)).toString(true));
    }

    private String address(String path) {
        return "http://localhost:" + place.getAddress().getPort() + path;
    }

    private static JWKSelector named(String kid) {
        return new JWKSelector(new JWKMatcher.Builder().keyID(kid).build());
    }

    private static RegisteredClient client(String jwksUri) {
        return RegisteredClient.withId("his")
                .clientId("his")
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .clientSettings(ClientSettings.builder()
                        .setting(ClientKeys.JWKS_URI, jwksUri)
                        .build())
                .build();
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }
}
