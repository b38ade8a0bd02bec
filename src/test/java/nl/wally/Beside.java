package nl.wally;

import java.util.UUID;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;

/** Messages for tests about what stands beside a referral: questions, answers, messages, requests to stop. */
public final class Beside {
    private Beside() {}

    /** The request of the GP side to stop; the server fills in the rest. */
    public static Task cancellation(Task main) {
        Task task = sub(main, "Task-TheaCancellationTask");
        task.setRequester(new Reference("PractitionerRole/gp-1"));
        task.setFocus(new Reference(reference(main)));
        return task;
    }

    /** A question of Sanne, in one transaction with its Task. */
    public static Bundle question(Task main, String text) {
        String url = "urn:uuid:" + UUID.randomUUID();
        Task task = sub(main, "Task-TheaInformationTask");
        task.setFocus(new Reference(url));
        var question = Messages.example("CommunicationRequest-TheaInformationRequest", CommunicationRequest.class);
        question.setId((String) null);
        question.setMeta(null);
        question.getExtension().clear();
        question.getBasedOnFirstRep().setReference(main.getFocus().getReference());
        question.setSubject(main.getFor().copy());
        question.setAuthoredOnElement(DateTimeType.now());
        question.setOccurrence(null);
        question.getPayloadFirstRep().setContent(new StringType(text));
        var bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        post(bundle, question).setFullUrl(url);
        post(bundle, task);
        return bundle;
    }

    /** What the GP answers to a question. */
    public static Communication answer(CommunicationRequest question, String text) {
        Communication answer = said("Communication-TheaInformationAnswer", text);
        answer.getBasedOnFirstRep().setReference(reference(question));
        answer.setSubject(question.getSubject().copy());
        // The server says to which Task it belongs.
        answer.setPartOf(null);
        return answer;
    }

    /** The answer, and the information Task that ends with it, in one transaction. */
    public static Bundle answering(Task information, Communication answer) {
        String url = "urn:uuid:" + UUID.randomUUID();
        var bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        post(bundle, answer).setFullUrl(url);
        return put(bundle, answered(information, url));
    }

    /** The information Task, completed with this answer. */
    public static Task answered(Task information, String answer) {
        Task completed = information.copy().setStatus(Task.TaskStatus.COMPLETED);
        completed
                .addOutput()
                .setType(Messages.concept(Canonicals.SYSTEM_TASK_OUTPUT, "answer"))
                .setValue(new Reference(answer));
        return completed;
    }

    /** What the GP tells after sending. */
    public static Communication message(Task main, String text) {
        Communication message = said("Communication-TheaMessage", text);
        message.getPartOfFirstRep().setReference(reference(main));
        message.setSubject(main.getFor().copy());
        return message;
    }

    /** The Task with this message as input. */
    public static Task informed(Task main, String message) {
        Task informed = main.copy();
        informed.addInput()
                .setType(Messages.concept(Canonicals.SYSTEM_TASK_INPUT, "message"))
                .setValue(new Reference(message));
        return informed;
    }

    public static Bundle.BundleEntryComponent post(Bundle bundle, Resource resource) {
        var entry = bundle.addEntry().setResource(resource);
        entry.getRequest().setMethod(HTTPVerb.POST).setUrl(resource.fhirType());
        return entry;
    }

    public static Bundle put(Bundle bundle, Resource resource) {
        bundle.addEntry()
                .setResource(resource)
                .getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl(reference(resource))
                .setIfMatch("W/\"" + resource.getMeta().getVersionId() + "\"");
        return bundle;
    }

    public static Bundle transaction() {
        return new Bundle().setType(Bundle.BundleType.TRANSACTION);
    }

    public static String reference(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }

    private static Task sub(Task main, String example) {
        Task task = Messages.example(example, Task.class);
        task.setId((String) null);
        task.setMeta(null);
        task.getExtension().clear();
        task.getPartOfFirstRep().setReference(reference(main));
        task.setFor(main.getFor().copy());
        task.setAuthoredOnElement(DateTimeType.now());
        return task;
    }

    private static Communication said(String example, String text) {
        Communication said = Messages.example(example, Communication.class);
        said.setId((String) null);
        said.setMeta(null);
        said.getExtension().clear();
        said.setPartOf(null);
        said.setRecipient(null);
        said.setSentElement(DateTimeType.now());
        said.getPayloadFirstRep().setContent(new StringType(text));
        return said;
    }
}
