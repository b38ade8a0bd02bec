package nl.wally.referring.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import nl.wally.shared.AddressRules.Allowed;
import nl.wally.shared.StartRefusedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.client.RestClientException;

/** How far this server goes for a HIS, and how it proves to one who it is. */
class HisCallsTest {
    private static final Allowed HERE = new Allowed(true, false);

    @TempDir
    private Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private SmartHis his;

    @BeforeEach
    void start() {
        his = new SmartHis("calls");
        his.server.createContext(
                "/long", exchange -> StandInHis.answer(exchange, 200, "text/plain", "x".repeat(70_000)));
        his.server.createContext("/silent", exchange -> {});
        his.server.createContext("/elsewhere", exchange -> {
            exchange.getResponseHeaders().set("Location", his.address() + "/keys");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        his.close();
    }

    @Test
    void goesNoFurtherAndWaitsNoLongerThanAgreed() {
        assertThat(call(HERE, "/keys")).contains("\"kid\"");
        assertThat(call(HERE, "/elsewhere")).as("a redirect is not followed").isEmpty();
        assertThatThrownBy(() -> call(HERE, "/long")).isInstanceOf(RestClientException.class);
        assertThatThrownBy(() -> call(HERE, "/silent")).isInstanceOf(RestClientException.class);
        assertThatThrownBy(() -> call(new Allowed(false, true), "/keys"))
                .as("this machine, outside of a demo region")
                .isInstanceOf(RestClientException.class);
        assertThat(his.exchanged).isEmpty();
    }

    /** Strangers can have a HIS asked: they must not keep the threads of this server in a row before one that is silent. */
    @Test
    void ofASilentHisEachWaitsOnce() {
        His silent = new His(URI.create(his.address() + "/silent"), "Organization/practice-1", "waar-is-wally", false);
        Discovery discovery = new Discovery(new HisCalls(HERE, Duration.ofMillis(700)));
        List<CompletableFuture<Void>> asking = IntStream.range(0, 8)
                .mapToObj(one -> CompletableFuture.runAsync(
                        () -> assertThatThrownBy(() -> discovery.of(silent)).isInstanceOf(LaunchRefusedException.class),
                        threads))
                .toList();
        assertThat(CompletableFuture.allOf(asking.toArray(CompletableFuture[]::new)))
                .succeedsWithin(Duration.ofSeconds(4));
    }

    @Test
    void provesByItsKeyWhoItIs() throws Exception {
        OwnKey key = OwnKey.read(pem(3072));
        HisCalls calls = new HisCalls(HERE, Duration.ofSeconds(5));
        His entry = new His(URI.create(his.iss()), "Organization/practice-1", "waar-is-wally", true);
        ClientRegistration registration = new Discovery(calls).of(entry).registration(entry, "http://localhost/back");
        OAuth2AuthorizationRequest asked = OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(his.address() + "/authorize")
                .clientId("waar-is-wally")
                .redirectUri("http://localhost/back")
                .state("1")
                .build();
        assertThatThrownBy(() -> new CodeExchange(calls, Optional.of(key)).tokens(registration, asked, "none"))
                .isInstanceOf(LaunchRefusedException.class);

        SignedJWT proof = SignedJWT.parse(his.exchanged.get("client_assertion"));
        var open = JWKSet.parse(key.published()).getKeyByKeyId(proof.getHeader().getKeyID());
        assertThat(open.isPrivate()).isFalse();
        assertThat(proof.verify(new RSASSAVerifier(open.toRSAKey()))).isTrue();
        assertThat(proof.getHeader().getAlgorithm().getName()).isEqualTo("RS384");
        assertThat(proof.getHeader().getType().getType()).isEqualTo("JWT");
        assertThat(proof.getJWTClaimsSet().getAudience()).isEqualTo(List.of(his.address() + "/token"));
    }

    @Test
    void aKeyThatIsNoneOrWeakStopsTheStart() throws Exception {
        Path weak = pem(1024);
        assertThatThrownBy(() -> OwnKey.read(weak)).isInstanceOf(StartRefusedException.class);
        Path none = Files.writeString(folder.resolve("none"), "nothing");
        assertThatThrownBy(() -> OwnKey.read(none)).isInstanceOf(StartRefusedException.class);
        assertThatThrownBy(() -> OwnKey.read(folder.resolve("lost"))).isInstanceOf(StartRefusedException.class);
    }

    private String call(Allowed allowed, String path) {
        String answer = new HisCalls(allowed, Duration.ofMillis(700))
                .client()
                .build()
                .get()
                .uri(his.address() + path)
                .retrieve()
                .body(String.class);
        return answer == null ? "" : answer;
    }

    private Path pem(int bits) throws Exception {
        KeyPairGenerator pairs = KeyPairGenerator.getInstance("RSA");
        pairs.initialize(bits);
        String secret = Base64.getMimeEncoder()
                .encodeToString(pairs.generateKeyPair().getPrivate().getEncoded());
        return Files.writeString(
                folder.resolve("key-" + bits),
                "-----BEGIN PRIVATE KEY-----\n" + secret + "\n-----END PRIVATE KEY-----\n");
    }
}
