package nl.wally.benchmark;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import nl.wally.TestPostgres.Database;
import org.hl7.fhir.r4.model.Resource;

/**
 * HAPI's JPA server starter in a process of its own, as it comes but for PostgreSQL and validation: the peer of this server.
 * It gets the same region, and the transaction of a GP as it is sent to this server.
 */
final class Starter implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Process process;
    private final URI base;
    private final Region region;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * Starts it on an empty database and brings the region there.
     *
     * @param program {@code ROOT.war} of the starter, which can be run
     * @param validates whether it validates requests: by R4 alone, for it knows no profiles
     * @param log where it writes
     */
    Starter(Path program, Database database, boolean validates, Region region, File log) throws Exception {
        this.region = region;
        int port = freePort();
        base = URI.create("http://127.0.0.1:" + port);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ServerProcess.JVM);
        command.addAll(List.of(
                "-jar",
                program.toString(),
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.driver-class-name=org.postgresql.Driver",
                "--spring.jpa.properties.hibernate.dialect=ca.uhn.fhir.jpa.model.dialect.HapiFhirPostgresDialect",
                "--hapi.fhir.fhir_version=R4",
                "--hapi.fhir.validation.requests_enabled=" + validates));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
        builder.environment().put("SPRING_DATASOURCE_PASSWORD", database.password());
        process = builder.start();
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(this::answers);
        for (Resource resource : region.resources()) {
            resource.setMeta(null);
            send(request("/" + resource.fhirType() + "/"
                            + resource.getIdElement().getIdPart())
                    .PUT(BodyPublishers.ofString(Json.text(resource))));
        }
    }

    long pid() {
        return process.pid();
    }

    /** A referral of a new person. */
    void refer() throws IOException, InterruptedException {
        int practice = ThreadLocalRandom.current().nextInt(region.practices()) + 1;
        send(request("").POST(BodyPublishers.ofString(region.referral(practice))));
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new IllegalStateException("The starter ended with " + process.exitValue());
        }
        try {
            return http.send(request("/metadata").GET().build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve("/fhir" + path)).header("Content-Type", "application/fhir+json");
    }

    private void send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
