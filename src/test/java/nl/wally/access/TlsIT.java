package nl.wally.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** TLS by the server itself, with the settings of {@code application.yaml}: whatever is old stays outside. */
class TlsIT {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private static Path folder;

    private static ConfigurableApplicationContext server;
    private static int port;
    private static SSLContext trusting;

    @BeforeAll
    static void start() throws Exception {
        KeyStore keys = selfSigned();
        Path certificate =
                pem("door.crt", "CERTIFICATE", keys.getCertificate("door").getEncoded());
        Path key = pem("door.key", "PRIVATE KEY", keys.getKey("door", PASSWORD).getEncoded());
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        trusting = SSLContext.getInstance("TLS");
        trusting.init(null, trust.getTrustManagers(), null);
        server = AccessSlice.start(
                WithTls.class,
                AccessSlice.database(),
                "server.ssl.bundle=door",
                "spring.ssl.bundle.pem.door.keystore.certificate=file:" + certificate,
                "spring.ssl.bundle.pem.door.keystore.private-key=file:" + key);
        port = AccessSlice.address(server).getPort();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void speaksWhatIsSafeAndSaysThatNothingElseWillDo(String protocol) throws IOException {
        try (SSLSocket socket = connect(protocol)) {
            assertThat(socket.getSession().getProtocol()).isEqualTo(protocol);
            assertThat(socket.getSession().getCipherSuite()).containsAnyOf("GCM", "CHACHA20");
            socket.getOutputStream()
                    .write("GET /fhir/metadata HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".getBytes());
            assertThat(new String(socket.getInputStream().readAllBytes()))
                    .startsWith("HTTP/1.1 200")
                    .contains("Strict-Transport-Security: " + DoorHeaders.ONLY_BY_TLS);
        }
    }

    /** No forward secrecy, or a block cipher with its padding attacks: Java would still take these. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256",
                "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA",
                "TLS_RSA_WITH_AES_128_GCM_SHA256"
            })
    void speaksNoWeakCipher(String cipher) {
        assertThatThrownBy(() -> connect("TLSv1.2", cipher).close()).isInstanceOf(SSLException.class);
    }

    @Test
    void keepsPlainHttpOut() {
        String said = nl.wally.attack.Wire.say(
                        java.net.URI.create("http://localhost:" + port),
                        "GET /fhir/metadata HTTP/1.1\r\nHost: x\r\n\r\n")
                .text();
        assertThat(said).doesNotContain("HTTP/1.1 200");
    }

    private static SSLSocket connect(String protocol, String... ciphers) throws IOException {
        SSLSocket socket = (SSLSocket) trusting.getSocketFactory().createSocket("localhost", port);
        socket.setSoTimeout(10_000);
        socket.setEnabledProtocols(new String[] {protocol});
        if (ciphers.length > 0) {
            socket.setEnabledCipherSuites(ciphers);
        }
        socket.startHandshake();
        return socket;
    }

    private static Path pem(String name, String kind, byte[] content) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return Files.writeString(
                folder.resolve(name), "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
    }

    private static KeyStore selfSigned() throws Exception {
        Path store = folder.resolve("keys.p12");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "door",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                store.toString());
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(store)) {
            keys.load(content, PASSWORD);
        }
        return keys;
    }

    @TestConfiguration(proxyBeanMethods = false)
    @Import(AccessSlice.class)
    @ImportAutoConfiguration(SslAutoConfiguration.class)
    static class WithTls {}
}
