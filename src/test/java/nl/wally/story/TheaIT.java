package nl.wally.story;

import static org.assertj.core.api.Assertions.assertThat;

import nl.wally.Messages;
import nl.wally.ServerIT;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;

/** The story of Thea, from the referral to the GP who reads the answer. */
class TheaIT extends ServerIT {
    private static final String GP = "his-demo-1";
    private static final String SANNE = "wally-demo-1";

    @Test
    void travelsTheLoop() {
        // Given Thea's referral
        var sent = server.post(GP, "", Messages.referral(1));
        assertThat(sent.status()).as(sent.body()).isEqualTo(200);
        Task task = sent.first(Task.class);
        assertThat(task.getOwner().getReference()).isEqualTo("PractitionerRole/wally-1");
        assertThat(task.getExtensionByUrl(Canonicals.EXTENSION_FIRST_CONTACT_DUE))
                .isNotNull();
        CommunicationRequest request = sent.first(CommunicationRequest.class);

        // When Sanne opens it, accepts it and starts
        for (TaskStatus status : new TaskStatus[] {TaskStatus.RECEIVED, TaskStatus.ACCEPTED, TaskStatus.INPROGRESS}) {
            task.setStatus(status);
            var answer = server.put(SANNE, task);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            task = answer.resource(Task.class);
        }

        // And ends it with feedback
        Bundle ending = Messages.ending(task, Messages.feedback(task, request));
        Task ended = (Task) ending.getEntry().get(1).getResource();
        ended.setStatus(TaskStatus.COMPLETED);
        ended.addOutput()
                .setType(Messages.concept(Canonicals.SYSTEM_TASK_OUTPUT, "outcome"))
                .setValue(Messages.concept(Canonicals.SYSTEM_OUTCOME, "helped"));
        var answer = server.post(SANNE, "", ending);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);

        // Then the GP finds the feedback, and everything is closed
        var found = server.get(
                GP,
                "/Communication?based-on=CommunicationRequest/"
                        + request.getIdElement().getIdPart());
        assertThat(found.all(Communication.class)).hasSize(1);
        assertThat(server.read(GP, task.getFocus().getReference(), ServiceRequest.class)
                        .getStatus())
                .isEqualTo(ServiceRequest.ServiceRequestStatus.COMPLETED);
        assertThat(server.read(
                                GP,
                                "CommunicationRequest/" + request.getIdElement().getIdPart(),
                                CommunicationRequest.class)
                        .getStatus())
                .isEqualTo(CommunicationRequest.CommunicationRequestStatus.COMPLETED);
    }
}
