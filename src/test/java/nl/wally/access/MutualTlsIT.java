package nl.wally.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jwt.SignedJWT;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** Mutual TLS (RFC 8705): who proves itself by the certificate of its connection gets a token that is of use there only. */
class MutualTlsIT {
    private static final String PASSWORD = "changeit";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path folder;

    private static ConfigurableApplicationContext server;
    private static URI base;
    private static AssertingClient signing;
    private static HttpClient with;
    private static HttpClient withAnother;
    private static HttpClient without;

    @BeforeAll
    static void start() throws Exception {
        KeyStore door = selfSigned("door", "CN=localhost", "-ext", "SAN=dns:localhost");
        KeyStore his = selfSigned("his", "CN=his.example,O=HIS,C=NL");
        KeyStore other = selfSigned("other", "CN=other.example,O=Other,C=NL");
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("his", his.getCertificate("his"));
        trusted.setCertificateEntry("other", other.getCertificate("other"));
        try (var file = Files.newOutputStream(folder.resolve("trusted.p12"))) {
            trusted.store(file, PASSWORD.toCharArray());
        }
        signing = new AssertingClient("signing");
        Files.writeString(
                folder.resolve("clients.yaml"),
                "clients: [%s, %s, %s]"
                        .formatted(
                                entry("by-thumbprint", "{thumbprint: \"" + sha256(his) + "\"}"),
                                entry("by-subject", "{subject: \"cn=his.example, o=HIS, c=NL\"}"),
                                signing.entry(
                                        "practice",
                                        "Organization/practice-1",
                                        "system/*.cruds",
                                        "\"jwks\": " + signing.publicKeys())));
        server = AccessSlice.start(
                WithTls.class,
                AccessSlice.database(),
                "wally.access.clients-file=" + folder.resolve("clients.yaml"),
                "server.ssl.key-store=" + folder.resolve("door.p12"),
                "server.ssl.key-store-password=" + PASSWORD,
                "server.ssl.trust-store=" + folder.resolve("trusted.p12"),
                "server.ssl.trust-store-password=" + PASSWORD,
                "server.ssl.client-auth=want");
        base = URI.create("https://localhost:" + AccessSlice.address(server).getPort());
        with = client(door, his);
        withAnother = client(door, other);
        without = client(door, null);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @DisplayName("A stolen token is worth nothing without the certificate that it was given to")
    void bindsATokenToTheCertificate() throws Exception {
        for (String client : new String[] {"by-thumbprint", "by-subject"}) {
            HttpResponse<String> answer = ask(with, client);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            String token = JSON.readTree(answer.body()).get("access_token").asText();
            assertThat(SignedJWT.parse(token).getJWTClaimsSet().getJSONObjectClaim("cnf"))
                    .isInstanceOf(Map.class)
                    .containsOnlyKeys("x5t#S256");
            assertThat(whoami(with, token)).isEqualTo(200);
            assertThat(whoami(withAnother, token)).isEqualTo(401);
            assertThat(whoami(without, token)).isEqualTo(401);
        }
    }

    @Test
    @DisplayName("That somebody has a certificate of a trusted issuer does not make them every client")
    void refusesTheCertificateOfAnother() throws Exception {
        assertThat(ask(withAnother, "by-thumbprint").statusCode()).isEqualTo(401);
        assertThat(ask(withAnother, "by-subject").statusCode()).isEqualTo(401);
        assertThat(ask(without, "by-subject").statusCode()).isEqualTo(401);
        assertThat(ask(with, "nobody").statusCode()).isEqualTo(401);
    }

    @Test
    @DisplayName("A client that is registered with keys does not get in by a certificate, whosever it is")
    void takesNoProofThatIsNotRegistered() throws Exception {
        assertThat(ask(with, "signing").statusCode()).isEqualTo(401);
    }

    @Test
    @DisplayName("A header is no certificate: everybody can write one")
    void believesNoHeader() throws Exception {
        String pem = Base64.getEncoder().encodeToString("certificate".getBytes());
        for (String header : new String[] {"X-Client-Cert", "X-SSL-Client-Cert", "ssl_client_cert", "Client-Cert"}) {
            HttpResponse<String> answer = without.send(
                    request("by-subject").header(header, ":" + pem + ":").build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(header).isEqualTo(401);
        }
    }

    @Test
    void leavesTokensOfOthersUnbound() throws Exception {
        String form = "grant_type=client_credentials&client_assertion_type="
                + "urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer&client_assertion="
                + signing.signed(signing.claims().build());
        HttpResponse<String> answer = with.send(
                HttpRequest.newBuilder(base.resolve("/oauth2/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String token = JSON.readTree(answer.body()).get("access_token").asText();
        assertThat(whoami(without, token)).isEqualTo(200);
    }

    @Test
    void saysSoInItsMetadata() throws Exception {
        String metadata = without.send(
                        HttpRequest.newBuilder(base.resolve("/.well-known/smart-configuration"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        assertThat(metadata)
                .contains("tls_client_auth")
                .contains("\"tls_client_certificate_bound_access_tokens\":true");
    }

    private static HttpResponse<String> ask(HttpClient http, String client) throws Exception {
        return http.send(request(client).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String client) {
        return HttpRequest.newBuilder(base.resolve("/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&client_id=" + client));
    }

    private static int whoami(HttpClient http, String token) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(base.resolve("/fhir/whoami"))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        BodyHandlers.ofString())
                .statusCode();
    }

    private static String entry(String id, String certificate) {
        return "{id: %s, capacity: practice, organization: Organization/practice-1, scopes: [system/*.cruds], certificate: %s}"
                .formatted(id, certificate);
    }

    private static String sha256(KeyStore keys) throws Exception {
        byte[] certificate = keys.getCertificate(keys.aliases().nextElement()).getEncoded();
        return HexFormat.ofDelimiter(":")
                .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate));
    }

    private static HttpClient client(KeyStore trusted, @Nullable KeyStore own) throws Exception {
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        if (own != null) {
            keys.init(own, PASSWORD.toCharArray());
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own == null ? null : keys.getKeyManagers(), trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    /** A new pair of keys with its certificate, by the program that comes with Java. */
    private static KeyStore selfSigned(String name, String subject, String... more) throws Exception {
        Path file = folder.resolve(name + ".p12");
        var command = new java.util.ArrayList<>(java.util.List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                subject,
                "-validity",
                "2",
                "-keystore",
                file.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD));
        command.addAll(java.util.List.of(more));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes());
        assertThat(keytool.waitFor()).as(said).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream store = Files.newInputStream(file)) {
            keys.load(store, PASSWORD.toCharArray());
        }
        return keys;
    }

    @TestConfiguration(proxyBeanMethods = false)
    @Import(AccessSlice.class)
    @ImportAutoConfiguration(SslAutoConfiguration.class)
    static class WithTls {}
}
