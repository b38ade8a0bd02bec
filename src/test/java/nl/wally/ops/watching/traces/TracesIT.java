package nl.wally.ops.watching.traces;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ServerIT;
import nl.wally.attack.OverheardLog;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What a collector of traces gets of a story, as it goes over the wire: the way of each request in the trace of its client,
 * and nothing of anybody.
 */
class TracesIT extends ServerIT {
    private static final String GP = "his-demo-1";
    private static final String BSN = "999999990";

    /** Ends so that it is kept. */
    private static final String TRACE = "4bf92f3577b34da60000000000000a17";

    private static final Pattern RANDOM_ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}");
    private static final Set<String> TELLING =
            Set.of("id", "value", "family", "given", "text", "city", "line", "postalCode", "birthDate", "reference");

    @Autowired
    private SdkTracerProvider spans;

    @Test
    void tellsTheWayOfARequestAndNoWordOfIt() throws IOException {
        Bundle sent = Messages.referral(1);
        Answer received = send("POST", "", server.json(sent));
        assertThat(received.status()).as(received.body()).isEqualTo(200);
        String task = received.first(Task.class).getIdElement().getIdPart();
        String number = received.first(Patient.class).getIdentifierFirstRep().getValue();
        send("GET", "/Task/" + task, "");
        send("GET", "/Task/" + task + "/_history/1", "");
        send("GET", "/Patient?identifier=http://fhir.nl/fhir/NamingSystem/bsn%7C" + BSN, "");
        send("GET", "/Patient?identifier=" + number, "");
        send("GET", "/Thea/" + number + "/$slaapt", "");
        send("PUT", "/Patient/" + BSN, "{\"resourceType\":\"Patient\",\"id\":\"Thea\"}");
        send("THEA", "/Thea", "");
        assertThat(failure(GP).status()).isEqualTo(500);
        server.send(marked(HttpRequest.newBuilder(server.base().resolve("/sign-in?Thea=" + BSN))));
        server.send(marked(HttpRequest.newBuilder(server.base().resolve("/Thea/" + BSN))));

        String told = COLLECTOR.await(
                spans,
                "waar-is-wally",
                bytes(TRACE),
                bytes("00f067aa0ba902b7"),
                "POST /fhir",
                "GET /fhir/Task/{id}",
                "GET /fhir/Task/{id}/_history/{version}",
                "GET /fhir/Patient",
                "GET /fhir/{other}/{id}/{operation}",
                "GET /sign-in",
                "UNKNOWN /fhir/{other}");
        assertThat(told)
                .doesNotContainIgnoringCase("thea")
                .doesNotContainIgnoringCase("slaap")
                .doesNotContain(BSN, "Bearer", "tracestate", "Exception:", "\tat ");
        for (String secret : secrets(sent, received.resource(Bundle.class))) {
            assertThat(told)
                    .doesNotContain(new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        }
        assertThat(RANDOM_ID.matcher(told).results().toList())
                .as("no ids of anything")
                .isEmpty();
    }

    @Test
    void aCollectorThatIsAwayDisturbsNobody() {
        COLLECTOR.answers(503);
        try (OverheardLog log = new OverheardLog()) {
            assertThat(send("GET", "/Task?_count=1", "").status()).isEqualTo(200);
            log.await(spans::forceFlush, "collector of traces takes none", 1);
            assertThat(send("GET", "/Task?_count=2", "").status()).isEqualTo(200);
            COLLECTOR.answers(200);
            send("GET", "/Task?_count=3", "");
            log.await(spans::forceFlush, "collector of traces takes them again", 1);
            assertThat(log.lines()).noneMatch(line -> line.contains("opentelemetry"));
        } finally {
            COLLECTOR.answers(200);
        }
    }

    /** Who asks whether the server lives is nobody's trace. */
    @Test
    void tellsNothingOfProbes() {
        server.send(marked(HttpRequest.newBuilder(server.base().resolve("/livez"))));
        server.send(marked(HttpRequest.newBuilder(server.base().resolve("/fhir/metadata"))));
        assertThat(COLLECTOR.await(spans, "GET /fhir/metadata")).doesNotContain("/livez");
    }

    private Answer send(String method, String path, String body) {
        return server.send(marked(server.request(GP, path))
                .header("Content-Type", "application/fhir+json")
                .header("If-Match", "W/\"1\"")
                .method(method, BodyPublishers.ofString(body)));
    }

    private Answer failure(String client) {
        return server.send(
                marked(server.request(client, "/Task?_id=Thea")).header("X-WAW-Simulation", "problem-internal"));
    }

    /** With all that a client may say of itself. */
    private static HttpRequest.Builder marked(HttpRequest.Builder request) {
        return request.header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .header("tracestate", "his=Thea-" + BSN)
                .header("baggage", "name=Thea,bsn=" + BSN)
                .header("User-Agent", "Thea/" + BSN)
                .header("Cookie", "Thea=" + BSN);
    }

    private static String bytes(String hex) {
        return new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
    }

    private Set<String> secrets(Bundle... bundles) throws IOException {
        Set<String> secrets = new TreeSet<>();
        for (Bundle bundle : List.of(bundles)) {
            collect(new ObjectMapper().readTree(server.json(bundle)), "", secrets);
        }
        assertThat(secrets).hasSizeGreaterThan(20);
        return secrets;
    }

    private static void collect(JsonNode node, String name, Set<String> secrets) {
        if (node.isValueNode() && TELLING.contains(name) && node.asText().length() > 4) {
            secrets.add(node.asText());
        }
        node.fields().forEachRemaining(field -> collect(field.getValue(), field.getKey(), secrets));
        if (node.isArray()) {
            node.forEach(each -> collect(each, name, secrets));
        }
    }
}
