package nl.wally;

import static nl.wally.Beside.post;
import static nl.wally.Beside.put;
import static nl.wally.Beside.transaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.wally.FhirClient.Answer;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.hl7.fhir.r4.model.Type;

/** Does what {@code $available-actions} can name, with all that it needs, by the code of the action. */
public final class Deeds {
    /** What may be asked or said beside the Task of a referral; after the last nothing may. */
    public static final List<String> BESIDE = List.of(
            "I01",
            "A01",
            "message",
            "input",
            "contact-attempt",
            "interim-feedback",
            "clarify",
            "note",
            "withdraw-consent");

    private final FhirClient server;
    private final String his;
    private final ReferralLife life;
    private final Map<String, String> roles;

    /**
     * Of this referral; its state is read in the name of the system of its practice.
     *
     * @param roles in whose name clients act, for instance {@code PractitionerRole/wally-1}
     */
    public Deeds(FhirClient server, String his, ReferralLife life, Map<String, String> roles) {
        this.server = server;
        this.his = his;
        this.life = life;
        this.roles = roles;
    }

    /** The Tasks beside the referral. */
    public List<Task> beside() {
        return server.get(his, "/Task?part-of=" + life.reference(Task.class)).all(Task.class);
    }

    /** Does what was offered for this Task; where there is a choice, the first option. */
    public Answer perform(String client, Offer offer, Task task) {
        if (offer.status().isPresent()) {
            return task.hasPartOf()
                    ? stepBeside(client, task, offer.status().get())
                    : step(client, task, offer.status().get(), offer.needs());
        }
        return task.hasPartOf() && offer.code().equals("note")
                ? note(client, task)
                : perform(client, offer.code(), offer.options());
    }

    /** A step of the Task of the referral, with what these problems ask for. */
    public Answer step(String client, Task before, TaskStatus to, Set<String> needs) {
        Task task = ReferralLife.seenBy(server, client, before).copy().setStatus(to);
        if (needs.contains("status-reason")) {
            task.setStatusReason(ReferralLife.reason(to));
        }
        if (needs.contains("resume-date-missing")) {
            task.addExtension(Canonicals.EXTENSION_RESUME_DATE, new DateType("2027-01-04"));
        }
        if (needs.contains("outcome-missing")) {
            output(task, "outcome", Messages.concept(Canonicals.SYSTEM_OUTCOME, "helped"));
        }
        return needs.contains("feedback-missing")
                ? server.post(client, "", Messages.ending(task, feedback(client, task)))
                : server.put(client, task);
    }

    /** A step of a Task beside it; an answer comes along when that is what completes it. */
    public Answer stepBeside(String client, Task task, TaskStatus to) {
        if (to != TaskStatus.COMPLETED
                || task.getCode().getCodingFirstRep().getCode().equals("abort")) {
            return server.put(client, task.copy().setStatus(to));
        }
        var question = server.read(his, task.getFocus().getReference(), CommunicationRequest.class);
        Communication answer = Beside.answer(question, "Bel liever haar zus.");
        answer.setSender(null);
        return server.post(client, "", Beside.answering(task, answer));
    }

    /** A remark on this Task, whichever it is. */
    public Answer note(String client, Task task) {
        Task noted = task.copy();
        noted.addNote().setText("Genoteerd.");
        return server.put(client, noted);
    }

    /** Anything that leaves the status of the Task of the referral as it is; without options, one that could fit. */
    public Answer perform(String client, String code, List<Type> options) {
        Task task = life.task();
        return switch (code) {
            case "note" -> note(client, task);
            case "I01" -> server.post(client, "", question(task));
            case "A01" -> server.post(client, "/Task", Beside.cancellation(task).setRequester(null));
            case "message" -> server.post(client, "/Communication", message(task));
            case "input" -> input(client, task);
            case "contact-attempt" ->
                server.post(
                        client,
                        "/Communication",
                        Messages.attempt(task, "no-answer").setSender(sender(client)));
            case "interim-feedback" ->
                server.post(
                        client, "/Communication", Messages.interim(feedback(client, task), "Wij hebben een afspraak."));
            case "withdraw-consent" ->
                server.put(
                        client,
                        server.read(his, life.reference(Consent.class), Consent.class)
                                .setStatus(ConsentState.INACTIVE));
            case "clarify" -> server.post(client, "/QuestionnaireResponse", Messages.clarification(task));
            default -> update(client, ReferralLife.seenBy(server, client, task).copy(), code, options);
        };
    }

    private Answer update(String client, Task task, String code, List<Type> options) {
        Type option = options.isEmpty() ? new Reference("PractitionerRole/wally-2") : options.get(0);
        switch (code) {
            case "progress" -> task.setBusinessStatus(new CodeableConcept((Coding) option));
            case "hand-over" -> task.setOwner((Reference) option);
            case "team" -> task.getRestriction().setRecipient(new ArrayList<>(List.of((Reference) option)));
            case "addendum" -> output(task, "addendum", new Annotation().setText("Zij belde nog."));
            case "result" -> output(task, "onward-referral", new StringType("Schuldhulpverlening"));
            default -> throw new AssertionError("Nobody taught this test to do " + code);
        }
        return server.put(client, task);
    }

    private Communication feedback(String client, Task task) {
        return Messages.feedback(task, life.request()).setSender(sender(client));
    }

    private Reference sender(String client) {
        return new Reference(roles.getOrDefault(client, "PractitionerRole/wally-1"));
    }

    /** From whoever sends it, to the practice: the server fills that in. */
    private static Bundle question(Task main) {
        Bundle bundle = Beside.question(main, "Weet u een ander nummer?");
        Messages.part(bundle, Task.class).setRequester(null).setOwner(null);
        Messages.part(bundle, CommunicationRequest.class)
                .setRequester(null)
                .setRecipient(null)
                .setSender(null);
        return bundle;
    }

    private static Communication message(Task main) {
        return Beside.message(main, "Zij is verhuisd.").setSender(null);
    }

    private Answer input(String client, Task main) {
        String url = "urn:uuid:" + UUID.randomUUID();
        Bundle bundle = transaction();
        post(bundle, message(main)).setFullUrl(url);
        return server.post(client, "", put(bundle, Beside.informed(main, url)));
    }

    private static void output(Task task, String type, Type value) {
        task.addOutput()
                .setType(Messages.concept(Canonicals.SYSTEM_TASK_OUTPUT, type))
                .setValue(value);
    }
}
