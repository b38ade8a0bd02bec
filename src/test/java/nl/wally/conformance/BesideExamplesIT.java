package nl.wally.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ServerIT;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The examples of what stands beside a referral are accepted in their situation, and come back as the guide shows them. */
class BesideExamplesIT extends ServerIT {
    /** All that this test sends or compares with. */
    static final List<String> EXAMPLES = List.of(
            "Bundle-TheaAsks",
            "Communication-TheaInformationAnswer",
            "Communication-TheaMessage",
            "CommunicationRequest-TheaInformationRequest",
            "Task-TheaCancellationTask",
            "Task-TheaCancellationTaskAccepted",
            "Task-TheaInformationTask",
            "Task-TheaInformationTaskCompleted");

    private static final Pattern THEA = Pattern.compile("\"(Task|ServiceRequest|Patient)/Thea[A-Za-z]*\"");

    private Likeness likeness;

    @BeforeEach
    void prepareValidation() {
        likeness = Likeness.of(context);
    }

    @Test
    void sanneAsksAndTheGpAnswers() {
        var thea = TheaOnServer.referred(server).inStatus("accepted");
        Answer asked = server.post(TheaOnServer.SANNE, "", here(thea, "Bundle-TheaAsks", Bundle.class));
        assertThat(asked.status()).as(asked.body()).isEqualTo(200);
        Task task = asked.first(Task.class);
        CommunicationRequest question = asked.first(CommunicationRequest.class);
        looksLike(task, "Task-TheaInformationTask");
        looksLike(question, "CommunicationRequest-TheaInformationRequest");

        Communication answer = here(thea, "Communication-TheaInformationAnswer", Communication.class);
        answer.getBasedOnFirstRep()
                .setReference("CommunicationRequest/" + question.getIdElement().getIdPart());
        Answer stored = posted(TheaOnServer.GP, answer);
        looksLike(stored.resource(), "Communication-TheaInformationAnswer");

        Task completed = Messages.example("Task-TheaInformationTaskCompleted", Task.class);
        task.setStatus(TaskStatus.COMPLETED).setOutput(completed.getOutput());
        String reference = "Communication/" + stored.resource().getIdElement().getIdPart();
        task.getOutputFirstRep().setValue(new Reference(reference));
        looksLike(updated(TheaOnServer.GP, task), "Task-TheaInformationTaskCompleted");
    }

    @Test
    void theGpTellsSomething() {
        var thea = TheaOnServer.referred(server).inStatus("accepted");
        Answer told = posted(TheaOnServer.GP, here(thea, "Communication-TheaMessage", Communication.class));
        looksLike(told.resource(), "Communication-TheaMessage");
    }

    @Test
    void theGpAsksToStopAndSanneAgrees() {
        var thea = TheaOnServer.referred(server).inStatus("in-progress");
        Task asked = posted(TheaOnServer.GP, here(thea, "Task-TheaCancellationTask", Task.class))
                .resource(Task.class);
        looksLike(asked, "Task-TheaCancellationTask");
        Task accepted = Messages.example("Task-TheaCancellationTaskAccepted", Task.class);
        asked.setStatus(accepted.getStatus()).setNote(accepted.getNote());
        looksLike(updated(TheaOnServer.SANNE, asked), "Task-TheaCancellationTaskAccepted");
    }

    /** The example about the referral on this server. */
    private <T extends Resource> T here(TheaOnServer thea, String name, Class<T> type) {
        String json = server.json(Messages.example(name, type));
        String here = THEA.matcher(json).replaceAll(match -> "\"" + thea.reference(match.group(1)) + "\"");
        T resource = context.newJsonParser().parseResource(type, here);
        resource.setId((String) null);
        return resource;
    }

    private Answer posted(String client, Resource resource) {
        Answer answer = server.post(client, "/" + resource.fhirType(), resource);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    private Resource updated(String client, Resource resource) {
        Answer answer = server.put(client, resource);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.resource();
    }

    private void looksLike(Resource resource, String example) {
        likeness.requireValid(resource);
        Likeness.looksLike(resource, example);
    }
}
