package nl.wally.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ServerIT;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;

/** Whether a patch applies tells what is in a resource: nobody learns that of what one may not see. */
class PatchOracleIT extends ServerIT {
    private static final String TRUE = "[{\"op\":\"test\",\"path\":\"/intent\",\"value\":\"order\"}]";
    private static final String FALSE = "[{\"op\":\"test\",\"path\":\"/intent\",\"value\":\"plan\"}]";

    @Test
    void aTestThatFailsLooksLikeOneThatHoldsAndLikeNothing() {
        // Given a referral of which the coordinator sees the Task, and so the id of the ServiceRequest
        Task task = server.post("his-demo-1", "", Messages.referral(1)).first(Task.class);
        String hidden = task.getFocus().getReference();
        String unknown = "ServiceRequest/" + UUID.randomUUID();

        // Then its patches are answered as if nothing were there
        String nothing = patch(unknown, TRUE).body();
        for (String operations : new String[] {TRUE, FALSE}) {
            Answer answer = patch(hidden, operations);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo(nothing);
        }
    }

    @Test
    void aStaleVersionIsStaleWhetherThePatchAppliesOrNot() {
        Task task = server.post("his-demo-1", "", Messages.referral(1)).first(Task.class);
        var request = server.request(
                        "wally-demo-1", "/Task/" + task.getIdElement().getIdPart())
                .header("Content-Type", "application/json-patch+json")
                .header("If-Match", "W/\"7\"")
                .method("PATCH", java.net.http.HttpRequest.BodyPublishers.ofString(FALSE));
        assertThat(server.send(request).status()).isEqualTo(412);
    }

    private Answer patch(String reference, String operations) {
        var bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        bundle.addEntry()
                .setResource(new Binary()
                        .setContentType("application/json-patch+json")
                        .setData(operations.getBytes(StandardCharsets.UTF_8)))
                .getRequest()
                .setMethod(Bundle.HTTPVerb.PATCH)
                .setUrl(reference)
                .setIfMatch("W/\"1\"");
        return server.post("coordinator-demo", "", bundle);
    }
}
