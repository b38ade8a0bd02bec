package nl.wally.simulator.check;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import nl.wally.FhirClient;
import org.hl7.fhir.r4.model.TestReport;

/** Begins, reads and ends the check of one client of the demo region, with its secret. */
final class CheckDoor {
    private final FhirClient server;
    private final String client;
    private final HttpClient http = HttpClient.newHttpClient();

    CheckDoor(FhirClient server, String client) {
        this.server = server;
        this.client = client;
    }

    CheckDoor begin() {
        HttpResponse<String> begun = send(request("").POST(BodyPublishers.noBody()));
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        return this;
    }

    void end() {
        send(request("").DELETE());
    }

    HttpResponse<String> get(String accept, String language) {
        return send(request("")
                .header("Accept", accept)
                .header("Accept-Language", language)
                .GET());
    }

    TestReport report() {
        HttpResponse<String> answer = get("application/fhir+json", "en");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return FhirContext.forR4Cached().newJsonParser().parseResource(TestReport.class, answer.body());
    }

    /** What is said of each requirement: {@code pass}, {@code fail} or {@code skip}. */
    Map<String, String> results() {
        Map<String, String> results = new TreeMap<>();
        report().getTest()
                .forEach(test -> results.put(
                        test.getName(),
                        test.getActionFirstRep().getAssert().getResult().toCode()));
        return results;
    }

    String text() {
        return get("*/*", "en").body();
    }

    HttpRequest.Builder request(String query) {
        return bare(query).header("Authorization", basic(client, "demo"));
    }

    HttpRequest.Builder bare(String query) {
        return HttpRequest.newBuilder(server.base().resolve("/simulator/check" + query));
    }

    static String basic(String client, String secret) {
        String both = client + ":" + secret;
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
