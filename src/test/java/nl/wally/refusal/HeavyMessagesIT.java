package nl.wally.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ServerIT;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages that are small to send and much to judge, and those in which a value is nothing but an extension. */
class HeavyMessagesIT extends ServerIT {
    private static final String GP = "his-demo-1";
    private static final String JSON = "application/fhir+json";
    private static final String ONLY_EXTENDED =
            "{\"extension\": [{\"url\": \"http://example.org/x\", \"valueString\": \"x\"}]}";

    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void isNotAskedToJudgeTensOfThousandsOfElements() {
        String names = "{\"use\": \"zz\"},".repeat(20_000) + "{}";
        String patient = "{\"resourceType\": \"Patient\", \"name\": [" + names + "]}";

        assertThat(send("/Patient/$validate", JSON, patient).problems()).containsExactly("too-large");
        assertThat(send(
                                "/Bundle/$validate",
                                JSON,
                                "{\"resourceType\": \"Bundle\", \"type\": \"transaction\", \"entry\": "
                                        + "[{\"resource\": " + patient + "}]}")
                        .problems())
                .containsExactly("too-large");
    }

    @Test
    void listsNoMoreThanAnybodyMends() {
        String patient = "{\"resourceType\": \"Patient\", \"name\": [" + "{\"given\": [\"a\"]},".repeat(600)
                + "{\"given\": [\"a\"]}]}";

        OperationOutcome outcome = send("/Patient/$validate", JSON, patient).resource(OperationOutcome.class);

        assertThat(outcome.getIssue()).hasSize(200);
    }

    @Test
    void aParameterOfTheMediaTypeChangesNothing() {
        String deep = "{\"resourceType\": \"Patient\", \"extension\": " + "[{\"extension\": ".repeat(20_000) + "[]"
                + "}]".repeat(20_000) + "}";

        Answer plain = send("/Patient/$validate", JSON, deep);
        Answer disguised = send("/Patient/$validate", JSON + "; x=form-urlencoded", deep);

        assertThat(plain.status()).isEqualTo(400);
        assertThat(disguised.status()).isEqualTo(400);
        assertThat(disguised.problems()).isEqualTo(plain.problems());
    }

    @ParameterizedTest
    @CsvSource({
        "ServiceRequest, subject, reference",
        "Task, for, reference",
        "Task, focus, reference",
        "CommunicationRequest, category/0/coding/0, code",
        "CommunicationRequest, category/0/coding/0, system",
        "Task, code/coding/0, code",
        "Task, '', status",
        "Patient, identifier/0, system",
        "Patient, identifier/0, value",
        "Consent, '', status",
        "Consent, scope/coding/0, code"
    })
    void refusesAValueThatIsNothingButAnExtension(String type, String parent, String name) throws Exception {
        Bundle referral = Messages.referral(1);
        ObjectNode bundle = (ObjectNode) mapper.readTree(context.newJsonParser().encodeResourceToString(referral));
        for (var entry : bundle.path("entry")) {
            if (entry.path("resource").path("resourceType").asText().equals(type)) {
                var element = (ObjectNode) entry.path("resource").at(parent.isEmpty() ? "" : "/" + parent);
                element.remove(name);
                element.set("_" + name, mapper.readTree(ONLY_EXTENDED));
            }
        }

        assertThat(send("", JSON, bundle.toString()).status()).isBetween(400, 499);
        assertThat(send("/Bundle/$validate?mode=create", JSON, bundle.toString())
                        .status())
                .isLessThan(500);
    }

    @Test
    void refusesAProfileWithoutAName() {
        String patient = "{\"resourceType\": \"Patient\", \"meta\": {\"profile\": [null], \"_profile\": ["
                + ONLY_EXTENDED + "]}}";

        assertThat(send("/Patient/$validate", JSON, patient).problems()).contains("profile-violation");
    }

    private Answer send(String path, String type, String body) {
        return server.send(server.request(GP, path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }
}
