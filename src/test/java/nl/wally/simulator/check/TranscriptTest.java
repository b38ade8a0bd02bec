package nl.wally.simulator.check;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import nl.wally.Messages;
import nl.wally.simulator.check.Exchange.Request;
import nl.wally.simulator.check.Transcript.Head;
import nl.wally.simulator.check.Transcript.Message;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;

/** What is kept of requests and answers: enough to judge by, and nobody's name, number or address. */
class TranscriptTest {
    private static final FhirContext CONTEXT = FhirContext.forR4Cached();
    private static final Message NOTHING = new Message("", new byte[0]);

    private final Transcript transcript = new Transcript(CONTEXT);

    @Test
    void keepsNoIdsAndNoValuesOfParameters() {
        Request request = transcript.request(
                new Head("GET", "/fhir/Task/4711/_history/2", "patient=Patient/thea&status=requested&%3Cb%3E=x", ""),
                NOTHING);
        assertThat(request.path()).isEqualTo("/fhir/Task/{id}/_history/{id}?patient&status");
        assertThat(request.target()).isEqualTo("Task/4711");
        assertThat(path("/fhir")).isEqualTo("/fhir");
        assertThat(path("/fhir/Thea/4711")).as("no type of FHIR").isEqualTo("/fhir/{id}/{id}");
        assertThat(path("/fhir/Task/4711/$available-actions")).isEqualTo("/fhir/Task/{id}/$available-actions");
        assertThat(path("/oauth2/token")).isEqualTo("/oauth2/token");
    }

    private String path(String path) {
        return transcript.request(new Head("GET", path, "", ""), NOTHING).path();
    }

    @Test
    void readsTheFactsOfAReferral() {
        Bundle referral = Messages.example("Bundle-TheaReferralCareful", Bundle.class);
        Request request = transcript.request(new Head("POST", "/fhir", "", ""), json(referral));
        assertThat(request.parts())
                .extracting(Part::type)
                .contains("Patient", "Consent", "ServiceRequest", "Task", "CommunicationRequest", "RelatedPerson");
        assertThat(request.parts())
                .anyMatch(part -> part.type().equals("Patient")
                        && part.conditional()
                        && part.traits().contains(Trait.INTERPRETER))
                .anyMatch(part ->
                        part.is("Consent", "", "active") && part.traits().contains(Trait.SHARING))
                .anyMatch(part -> part.is("Task", "fulfill", "requested"))
                .anyMatch(part -> part.is("CommunicationRequest", "feedback-request", "active"))
                .anyMatch(part -> part.number().startsWith("https://practice-1.example/referral|"));
        assertThat(request.toString()).doesNotContain("Vries", "06-0000", "Bisschopstraat");
    }

    @Test
    void knowsThatALinkIsFollowed() {
        var page = new Bundle().setType(Bundle.BundleType.SEARCHSET);
        page.addLink().setRelation("next").setUrl("http://localhost/fhir/Task?_cursor=ab%2Bc&_format=json");
        Exchange first = transcript.exchange(
                Instant.EPOCH, new Head("GET", "/fhir/Task", "_count=2", ""), NOTHING, 200, "", json(page));
        Request next = transcript.request(new Head("GET", "/fhir/Task", "_cursor=ab%2Bc&_format=json", ""), NOTHING);
        assertThat(first.reply().next()).isNotEmpty().isEqualTo(next.cursor()).doesNotContain("ab");
    }

    @Test
    void readsProblemsAndHowLongToWait() {
        String outcome = """
                <OperationOutcome xmlns="http://hl7.org/fhir"><issue><severity value="error"/><code value="transient"/>\
                <details><coding><system value="http://waariswally.nl/fhir/CodeSystem/waw-problem"/>\
                <code value="unavailable"/></coding></details></issue></OperationOutcome>""";
        Exchange exchange = transcript.exchange(
                Instant.EPOCH,
                new Head("PATCH", "/fhir/Task/1", "", "W/\"1\""),
                new Message("application/json-patch+json", "[]".getBytes(StandardCharsets.UTF_8)),
                503,
                "2",
                new Message("application/fhir+xml;charset=UTF-8", outcome.getBytes(StandardCharsets.UTF_8)));
        assertThat(exchange.reply().problems()).containsExactly("unavailable");
        assertThat(exchange.reply().retryAfter()).isEqualTo(2);
        assertThat(exchange.request().parts())
                .singleElement()
                .satisfies(part -> assertThat(part.isUpdate()).isTrue());
    }

    @Test
    void whatCannotBeReadHasNoFacts() {
        Message broken = new Message("application/fhir+json", "{".getBytes(StandardCharsets.UTF_8));
        assertThat(List.of(transcript.request(new Head("POST", "/fhir", "", ""), broken)))
                .allSatisfy(request -> assertThat(request.parts()).isEmpty());
    }

    private static Message json(Bundle bundle) {
        String body = CONTEXT.newJsonParser().encodeResourceToString(bundle);
        return new Message("application/fhir+json", body.getBytes(StandardCharsets.UTF_8));
    }
}
