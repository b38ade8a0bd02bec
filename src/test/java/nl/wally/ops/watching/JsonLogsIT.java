package nl.wally.ops.watching;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.wally.ServerIT;
import nl.wally.attack.OverheardLog;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What a collector of logs gets: a line of JSON for each thing that is told, which says to what it belongs. */
class JsonLogsIT extends ServerIT {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";

    @Test
    void eachLineSaysToWhichRequestAndToWhichTraceItBelongs() throws IOException {
        String request = UUID.randomUUID().toString();
        String correlation = UUID.randomUUID().toString();
        try (OverheardLog log = new OverheardLog()) {
            disbelieved(request, correlation);
            List<JsonNode> lines = read(log).stream()
                    .filter(line -> line.toString().contains(request))
                    .toList();
            assertThat(lines).as("in each of three formats").hasSizeGreaterThanOrEqualTo(3);
            assertThat(lines).allSatisfy(line -> {
                assertThat(mark(line, "requestId")).isEqualTo(request);
                assertThat(mark(line, "correlationId")).isEqualTo(correlation);
                assertThat(mark(line, "traceId")).isEqualTo(TRACE);
                assertThat(mark(line, "spanId")).as("of the server").hasSize(16).isNotEqualTo(SPAN);
            });
        }
    }

    @Test
    void aFailureStaysOnItsLine() throws IOException {
        try (OverheardLog log = new OverheardLog()) {
            LoggerFactory.getLogger("nl.wally.test").error("It failed", new IllegalStateException("two\nlines"));
            assertThat(read(log)).hasSizeGreaterThanOrEqualTo(3);
        }
    }

    /** Somebody who signs as nobody that is known: a line in the log. */
    private void disbelieved(String request, String correlation) {
        var asked = HttpRequest.newBuilder(server.base().resolve("/launch/jwt"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Request-Id", request)
                .header("X-Correlation-Id", correlation)
                .header("traceparent", "00-" + TRACE + "-" + SPAN + "-01")
                .POST(BodyPublishers.ofString("token=e30.e30.e30"));
        assertThat(server.send(asked).status()).isEqualTo(403);
    }

    private static List<JsonNode> read(OverheardLog log) throws IOException {
        List<JsonNode> read = new ArrayList<>();
        for (String line : log.json()) {
            assertThat(line).as("one line").endsWith("\n").containsOnlyOnce("\n");
            read.add(new ObjectMapper().readTree(line));
        }
        return read;
    }

    /** GELF has an underscore before whatever is not its own. */
    private static String mark(JsonNode line, String name) {
        return line.path(line.has("_" + name) ? "_" + name : name).asText();
    }
}
