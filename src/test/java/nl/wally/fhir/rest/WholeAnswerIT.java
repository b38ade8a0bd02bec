package nl.wally.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import nl.wally.ServerIT;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;

/** How answers are written. */
class WholeAnswerIT extends ServerIT {
    @Test
    void sendsAnAnswerInOnePiece() {
        var found = server.get("his-demo-1", "/PractitionerRole");
        assertThat(found.header("Content-Length"))
                .contains(Integer.toString(found.body().getBytes(StandardCharsets.UTF_8).length));
        assertThat(found.header("Transfer-Encoding")).isEmpty();
    }

    @Test
    void sendsARefusalInOnePiece() {
        var refused = server.get("his-demo-1", "/Task/nobody-knows");
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.header("Content-Length")).isPresent();
        assertThat(refused.problems()).containsExactly("not-found");
    }

    @Test
    void keepsWhatAResourceContains() {
        String json = """
                {"resourceType":"Task","contained":[{"resourceType":"Practitioner","id":"p","active":true}],\
                "status":"requested","requester":{"reference":"#p"}}""";
        assertThat(server.json(context.newJsonParser().parseResource(Task.class, json)))
                .isEqualTo(json);
    }
}
