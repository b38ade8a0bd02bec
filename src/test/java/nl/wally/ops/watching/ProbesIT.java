package nl.wally.ops.watching;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import nl.wally.ServerIT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;

/** What everybody may ask of a server, and what its operator may, each on its own port. */
class ProbesIT extends ServerIT {
    @LocalManagementPort
    private int operatorsPort;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private Environment environment;

    @Test
    void saysThatItLivesAndThatItIsReady() {
        assertThat(ask(server.base(), "/livez")).satisfies(answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"status\":\"live\"}");
        });
        assertThat(ask(server.base(), "/readyz")).satisfies(answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"status\":\"ready\"}");
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        });
    }

    @Test
    void isNotReadyOnceAStopHasBegun() {
        AvailabilityChangeEvent.publish(application, ReadinessState.REFUSING_TRAFFIC);
        try {
            assertThat(ask(server.base(), "/readyz").statusCode()).isEqualTo(503);
            assertThat(ask(server.base(), "/livez").statusCode()).isEqualTo(200);
        } finally {
            AvailabilityChangeEvent.publish(application, ReadinessState.ACCEPTING_TRAFFIC);
        }
        assertThat(ask(server.base(), "/readyz").statusCode()).isEqualTo(200);
    }

    @Test
    void asksToBeStartedAnewWhenItIsBroken() {
        AvailabilityChangeEvent.publish(application, LivenessState.BROKEN);
        try {
            assertThat(ask(server.base(), "/livez").statusCode()).isEqualTo(503);
        } finally {
            AvailabilityChangeEvent.publish(application, LivenessState.CORRECT);
        }
    }

    @Test
    void saysWhichVersionItIsAndNothingElse() throws IOException {
        JsonNode version =
                new ObjectMapper().readTree(ask(server.base(), "/version").body());
        assertThat(version.fieldNames())
                .toIterable()
                .isSubsetOf("version", "commit", "fhir", "profiles", "schema")
                .contains("version", "fhir", "profiles", "schema");
        assertThat(version.path("fhir").asText()).isEqualTo("4.0.1");
        assertThat(version.path("version").asText()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
        assertThat(version.path("schema").asText()).matches("\\d{3}");
    }

    @Test
    void tellsTheOperatorHowItIsDoing() {
        assertThat(ask(operatorsDoor(), "/health").body())
                .contains("\"status\":\"UP\"", "database", "diskSpace", "readinessState");
        assertThat(ask(operatorsDoor(), "/prometheus").body())
                .contains("jvm_memory_used_bytes", "hikaricp_connections");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/env",
                "/heapdump",
                "/threaddump",
                "/loggers",
                "/beans",
                "/configprops",
                "/mappings",
                "/shutdown",
                "/scheduledtasks",
                "/httpexchanges",
                "/metrics",
                "/info",
                "/actuator",
                "/actuator/env",
                "/fhir/metadata",
                "/fhir/Task",
                "/sign-in",
                "/ig/index.html",
                "/livez",
                "/version",
                "/error",
                "/oauth2/jwks",
                "/elsewhere"
            })
    void keepsAllElseShutOnTheOperatorsPort(String path) {
        HttpResponse<String> answer = ask(operatorsDoor(), path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain("Exception");
    }

    @Test
    void takesNoOrdersOnTheOperatorsPort() {
        for (String method : List.of("POST", "PUT", "DELETE", "TRACE", "OPTIONS")) {
            assertThat(ask(operatorsDoor(), "/health", method).statusCode())
                    .as(method)
                    .isIn(400, 403, 405);
        }
    }

    @Test
    void listensOnThisMachineOnly() throws IOException {
        assertThat(InetAddress.getByName(environment.getProperty("management.server.address"))
                        .isLoopbackAddress())
                .isTrue();
    }

    private URI operatorsDoor() {
        return URI.create("http://127.0.0.1:" + operatorsPort);
    }

    private static HttpResponse<String> ask(URI door, String path) {
        return ask(door, path, "GET");
    }

    private static HttpResponse<String> ask(URI door, String path, String method) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(door.resolve(path))
                                    .method(method, HttpRequest.BodyPublishers.noBody())
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
