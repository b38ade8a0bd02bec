package nl.wally.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import nl.wally.Messages;
import nl.wally.ServerIT;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;

/** An ending in one transaction of which the Task is a patch: it may refer to what the same transaction creates. */
class PatchedEndingIT extends ServerIT {
    @Test
    void aPatchRefersToTheFeedbackOfTheSameTransaction() {
        // Given a referral of Thea
        var sent = server.post("his-demo-1", "", Messages.referral(1));
        Task task = sent.first(Task.class);

        // When Sanne rejects it with a patch and the feedback in one transaction
        Bundle ending = Messages.ending(task, Messages.feedback(task, sent.first(CommunicationRequest.class)));
        String feedback = ending.getEntryFirstRep().getFullUrl();
        var patch = new Binary();
        patch.setContentType("application/json-patch+json");
        patch.setData(("[{'op':'replace','path':'/status','value':'rejected'},"
                        + "{'op':'add','path':'/statusReason','value':{'coding':[{'system':'"
                        + Canonicals.SYSTEM_STATUS_REASON + "','code':'no-capacity'}]}},"
                        + "{'op':'add','path':'/output','value':[{'type':{'coding':[{'system':'"
                        + Canonicals.SYSTEM_TASK_OUTPUT + "','code':'feedback'}]},"
                        + "'valueReference':{'reference':'" + feedback + "'}}]}]")
                .replace('\'', '"')
                .getBytes(StandardCharsets.UTF_8));
        ending.getEntry().get(1).setResource(patch).getRequest().setMethod(Bundle.HTTPVerb.PATCH);
        var answer = server.post("wally-demo-1", "", ending);

        // Then the Task is rejected and names the Communication as it is stored
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        Task rejected = answer.first(Task.class);
        assertThat(rejected.getStatus()).isEqualTo(Task.TaskStatus.REJECTED);
        assertThat(((org.hl7.fhir.r4.model.Reference)
                                rejected.getOutputFirstRep().getValue())
                        .getReference())
                .startsWith("Communication/");
    }
}
