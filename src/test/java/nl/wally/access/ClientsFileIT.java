package nl.wally.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import nl.wally.access.client.ClientsFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** The operator registers clients in a file; what it says now is what holds, and what is wrong with it is said. */
@ExtendWith(OutputCaptureExtension.class)
class ClientsFileIT {
    private static final AssertingClient HIS = new AssertingClient("his");
    private static final AssertingClient WALLY = new AssertingClient("wally");

    @TempDir
    private static Path folder;

    private static DataSource database;
    private static Path file;
    private static ConfigurableApplicationContext server;
    private static ClientsFile clients;
    private static URI base;

    @BeforeAll
    static void start() throws Exception {
        file = folder.resolve("clients.yaml");
        write(entry(HIS));
        database = AccessSlice.database();
        server = AccessSlice.start(
                AccessSlice.class,
                database,
                "wally.access.clients-file=" + file,
                // This test looks when it suits it.
                "wally.access.clients-reread=1h");
        clients = server.getBean(ClientsFile.class);
        base = AccessSlice.address(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void followsTheFileWithoutARestart(CapturedOutput output) throws Exception {
        become(entry(HIS));
        assertThat(status(HIS)).isEqualTo(200);
        assertThat(status(WALLY)).isEqualTo(401);

        become(entry(WALLY));
        assertThat(status(HIS)).as("taken out of the file").isEqualTo(401);
        assertThat(status(WALLY)).isEqualTo(200);

        String wally = entry(WALLY);
        become(entry(HIS), wally.substring(0, wally.length() - 1) + ", \"enabled\": false}");
        assertThat(status(HIS)).as("back in the file").isEqualTo(200);
        assertThat(status(WALLY)).as("disabled").isEqualTo(401);

        become("{id: his");
        assertThat(status(HIS)).as("a broken file changes nothing").isEqualTo(200);
        clients.reread();
        assertThat(output.toString().split("Clients stay as they were", -1))
                .as("said once")
                .hasSize(2);
        assertThat(output).contains("is not YAML or JSON, line ");

        Files.delete(file);
        clients.reread();
        assertThat(status(HIS)).as("nor does one that is away").isEqualTo(200);
    }

    @Test
    void takesTheNewKeysOfAClientAtOnce() throws Exception {
        AssertingClient renewed = new AssertingClient("his");
        become(entry(renewed));
        assertThat(status(HIS)).isEqualTo(401);
        assertThat(status(renewed)).isEqualTo(200);
        become(entry(HIS));
        assertThat(status(HIS)).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                             | has no list named clients
            clients                                        | not understood: its form
            {clients: [{id: a, colour: red}]}              | not understood: clients.[0].colour
            {clients: [{id: "a b"}]}                       | client 1 (a b): id has
            {clients: [{id: a, capacity: system}]}         | client 1 (a): capacity is one of
            {clients: [{id: a, capacity: practice}]}       | organization is
            {clients: [{id: a, capacity: practice, organization: Organization/1}]} | scopes names at least one
            {clients: [{id: a, capacity: practice, organization: Organization/1, scopes: [patient/*.r]}]} | scope patient/*.r is not one
            {clients: [{id: a, capacity: practice, organization: Organization/1, scopes: ["system/*.r?owner=x"]}]} | is not one
            {clients: [{id: a, capacity: practice, organization: Organization/1, scopes: ["system/Task.r?note=x"]}]} | is not one
            {clients: [{id: a, capacity: practice, organization: Organization/1, scopes: [system/Task.r]}]} | exactly one of jwks
            {clients: [{id: a, capacity: practice, organization: Organization/1, scopes: [system/Task.r], jwks: {keys: []}}]} | holds no key
            {clients: [{id: a, capacity: practice, organization: Organization/1, scopes: [system/Task.r], jwks-uri: 'ftp://x/y'}]} | jwks-uri is an https address
            {clients: [{id: a, capacity: practice, organization: Organization/1, scopes: [system/Task.r], certificate: {thumbprint: 12}}]} | certificate.thumbprint is SHA-256
            {clients: [{id: a, id: b}]}                    | is not YAML or JSON
            """)
    void doesNotStartWithABrokenFileAndSaysWhy(String text, String why, CapturedOutput output) throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.yaml"), text);
        assertThatThrownBy(() -> AccessSlice.start(AccessSlice.class, database, "wally.access.clients-file=" + broken))
                .hasMessageContaining(why);
        assertThat(output).contains("APPLICATION FAILED TO START").contains(broken.toString());
    }

    /** Whoever sees the file would be that client. */
    @Test
    void wantsNoPrivateKey() throws IOException {
        String jwks = "{\"keys\": [" + HIS.rsa.toJSONString() + "]}";
        Path careless = Files.writeString(
                folder.resolve("careless.yaml"),
                "clients: [" + HIS.entry("practice", "Organization/1", "system/Task.r", "\"jwks\": " + jwks) + "]");
        assertThatThrownBy(
                        () -> AccessSlice.start(AccessSlice.class, database, "wally.access.clients-file=" + careless))
                .hasMessageContaining("holds a private key")
                .hasMessageNotContaining(HIS.rsa.getPrivateExponent().toString());
    }

    private static void become(String... entries) throws IOException {
        write(entries);
        clients.reread();
    }

    private static void write(String... entries) throws IOException {
        Files.writeString(file, "clients: [" + String.join(", ", entries) + "]");
    }

    private static String entry(AssertingClient client) {
        String proof = "\"jwks\": " + client.publicKeys();
        return client.entry("practice", "Organization/practice-1", "system/*.cruds", proof);
    }

    private static int status(AssertingClient client) {
        return client.ask(base).statusCode();
    }
}
