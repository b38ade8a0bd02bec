package nl.wally.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import nl.wally.Messages;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;

/** Where traces are kept, a subscriber that is told goes on with the trace of the client by whom it came about. */
class TracedNotificationIT extends WithHook {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void aNotificationBelongsToTheTraceOfItsCause() {
        subscribed(here.sanne.client(), Asking.forTasks(hook.address()));
        Bundle sent = here.from(Messages.example("Bundle-TheaReferral", Bundle.class));
        var answer = server.send(server.request(here.his(), "")
                .header("Content-Type", "application/fhir+json")
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .header("tracestate", "his=Thea")
                .POST(BodyPublishers.ofString(server.json(sent))));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);

        await(() -> !hook.all("event-notification").isEmpty());
        assertThat(hook.all("event-notification").get(0).headers())
                .hasEntrySatisfying(
                        "Traceparent",
                        told -> assertThat(told)
                                .singleElement()
                                .asString()
                                .startsWith("00-" + TRACE + "-")
                                .doesNotContain("00f067aa0ba902b7"))
                .doesNotContainKey("Tracestate");
        assertThat(hook.all("handshake").get(0).headers())
                .as("of a trace of its own")
                .hasEntrySatisfying(
                        "Traceparent", told -> assertThat(told.get(0)).doesNotContain(TRACE));
    }
}
