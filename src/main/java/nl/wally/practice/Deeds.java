package nl.wally.practice;

import java.time.Clock;
import java.util.Date;
import java.util.UUID;
import nl.wally.conformance.Canonicals;
import nl.wally.fhir.InHouse;
import nl.wally.people.Names;
import nl.wally.shared.Caller;
import nl.wally.shared.Codes;
import nl.wally.shared.Problem;
import nl.wally.shared.References;
import nl.wally.shared.RefusedException;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.springframework.stereotype.Component;

/**
 * What a practice does with a sent referral, as its system would do it by the API: each deed is refused when what it changes
 * is another version than the person saw.
 */
@Component
class Deeds {
    private final InHouse server;
    private final Names names;
    private final Clock clock;

    Deeds(InHouse server, Names names, Clock clock) {
        this.server = server;
        this.names = names;
        this.clock = clock;
    }

    /** Says that somebody has read a letter. */
    void confirm(String task, Draft draft, Caller caller) {
        Communication letter = server.read(Communication.class, draft.about());
        if (!References.anyIs(letter.getPartOf(), "Task/" + task)) {
            throw new RefusedException(Problem.NOT_FOUND);
        }
        Communication read = letter.copy();
        Extension confirmation = read.addExtension().setUrl(Canonicals.EXTENSION_READ);
        confirmation.addExtension("by", new Reference(caller.agent()));
        confirmation.addExtension("at", now());
        read.getMeta().setVersionId(draft.version());
        server.update(read);
    }

    /** Answers a question: the answer, and the Task that ends with it. */
    void answer(String task, Draft draft) {
        Task asked = beside(task, draft);
        String url = "urn:uuid:" + UUID.randomUUID();
        Communication answer = said("information-answer", asked.getFor(), draft.text());
        answer.addBasedOn(asked.getFocus().copy());
        asked.setStatus(TaskStatus.COMPLETED)
                .addOutput()
                .setType(Codes.concept(Canonicals.SYSTEM_TASK_OUTPUT, "answer"))
                .setValue(new Reference(url));
        Bundle together = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        together.addEntry()
                .setFullUrl(url)
                .setResource(answer)
                .getRequest()
                .setMethod(HTTPVerb.POST)
                .setUrl("Communication");
        together.addEntry()
                .setResource(asked)
                .getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl(References.key(asked))
                .setIfMatch("W/\"" + draft.version() + "\"");
        server.transact(together);
    }

    /** Tells the Wally something. */
    void tell(String task, Draft draft) {
        Task main = server.read(Task.class, task);
        Communication message = said("message", main.getFor(), draft.text());
        message.addPartOf(new Reference(References.key(main)));
        server.create(message);
    }

    /** Asks the Wally to stop. */
    void askToStop(String task, Draft draft, Caller caller) {
        Task main = server.read(Task.class, task);
        Task stop = new Task();
        stop.addPartOf(new Reference(References.key(main)));
        stop.setFocus(new Reference(References.key(main)));
        stop.setFor(main.getFor().copy()).setRequester(new Reference(caller.agent()));
        stop.setIntent(TaskIntent.ORDER).setStatus(TaskStatus.REQUESTED);
        stop.setCode(Codes.concept(Canonicals.TASK_CODE, "abort")).setAuthoredOnElement(now());
        stop.getStatusReason().setText(draft.text());
        server.create(stop);
    }

    /** Takes the request to stop back. */
    void goOn(String task, Draft draft) {
        Task stop = beside(task, draft);
        stop.setStatus(TaskStatus.CANCELLED).getMeta().setVersionId(draft.version());
        server.update(stop);
    }

    /** Ends what has not begun yet. */
    void end(String task, Draft draft, TaskStatus to) {
        Task main = seen(task, draft).setStatus(to);
        main.setStatusReason(Codes.concept(Canonicals.SYSTEM_STATUS_REASON, draft.reason()));
        if (!draft.text().isEmpty()) {
            main.getStatusReason().setText(draft.text());
        }
        server.update(main);
    }

    /** Adds a remark, which everybody reads who may see the referral. */
    void remark(String task, Draft draft, Caller caller) {
        Task main = seen(task, draft);
        main.addNote()
                .setText(draft.text())
                // FHIR has no role write a note: https://hl7.org/fhir/R4/datatypes.html#annotation
                .setAuthor(new StringType(names.of(caller.agent())))
                .setTimeElement(now());
        server.update(main);
    }

    private Task seen(String task, Draft draft) {
        Task main = server.read(Task.class, task).copy();
        main.getMeta().setVersionId(draft.version());
        return main;
    }

    /** A Task beside this referral. */
    private Task beside(String task, Draft draft) {
        Task beside = server.read(Task.class, draft.about());
        if (!References.anyIs(beside.getPartOf(), "Task/" + task)) {
            throw new RefusedException(Problem.NOT_FOUND);
        }
        return beside.copy();
    }

    private Communication said(String category, Reference person, String text) {
        Communication said = new Communication();
        said.setStatus(CommunicationStatus.COMPLETED)
                .addCategory(Codes.concept(Canonicals.SYSTEM_COMMUNICATION_CATEGORY, category))
                .setSubject(person.copy())
                .setSentElement(now())
                .addPayload()
                .setContent(new StringType(text));
        return said;
    }

    private DateTimeType now() {
        return new DateTimeType(Date.from(clock.instant()));
    }
}
