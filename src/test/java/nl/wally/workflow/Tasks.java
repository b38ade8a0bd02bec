package nl.wally.workflow;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.hl7.fhir.r4.model.Type;

/** Thea's Task in any state, with what each step of it needs. */
final class Tasks {
    static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    static final String WALLY = "PractitionerRole/wally-1";
    static final String SUBSTITUTE = "PractitionerRole/wally-2";
    static final StateTable STATES = StateTable.load();

    private Tasks() {}

    static Task in(TaskStatus status) {
        Task task = new Task();
        task.setId("Task/thea");
        task.setStatus(status).setIntent(TaskIntent.ORDER);
        task.addIdentifier(
                new Identifier().setSystem(Canonicals.REFERRAL_NUMBER).setValue("WAW-1"));
        task.setCode(Codes.concept(Canonicals.TASK_CODE, "fulfill"));
        task.setFocus(new Reference("ServiceRequest/thea")).setFor(new Reference("Patient/thea"));
        task.setRequester(new Reference("PractitionerRole/gp-1")).setOwner(new Reference(WALLY));
        task.setAuthoredOn(Date.from(NOW.minusSeconds(3600))).setLastModified(Date.from(NOW.minusSeconds(60)));
        task.getRestriction().addRecipient(new Reference(WALLY)).addRecipient(new Reference(SUBSTITUTE));
        task.addNote().setText("eerste");
        addOutput(task, "assessment", new StringType("gesproken"));
        STATES.of(status).ifPresent(state -> {
            task.setBusinessStatus(progress(state.defaultBusinessStatus()));
            state.reasons().stream().sorted().findFirst().ifPresent(reason -> task.setStatusReason(reason(reason)));
        });
        if (status == TaskStatus.ONHOLD) {
            resumeOn(task, "2026-03-20");
        }
        return task;
    }

    /** The same Task in another status, with the reason and date that the status needs, and nothing else changed. */
    static Task to(Task before, TaskStatus status) {
        Task after = before.copy();
        after.setStatus(status);
        STATES.of(status)
                .filter(state -> !state.reasons().isEmpty())
                .ifPresent(state -> after.setStatusReason(reason("other").setText("omdat")));
        if (status == TaskStatus.ONHOLD) {
            resumeOn(after, "2026-04-01");
        }
        return after;
    }

    /** The same with final feedback and an outcome. */
    static Task withFeedback(Task task) {
        addOutput(task, "feedback", new Reference("Communication/thea"));
        addOutput(task, "outcome", Codes.concept(Canonicals.SYSTEM_OUTCOME, "helped"));
        return task;
    }

    static void addOutput(Task task, String type, Type value) {
        task.addOutput()
                .setType(Codes.concept(Canonicals.SYSTEM_TASK_OUTPUT, type))
                .setValue(value);
    }

    static void resumeOn(Task task, String date) {
        task.getExtension().removeIf(extension -> Canonicals.EXTENSION_RESUME_DATE.equals(extension.getUrl()));
        task.addExtension(Canonicals.EXTENSION_RESUME_DATE, new DateType(date));
    }

    static CodeableConcept progress(String code) {
        return Codes.concept(Canonicals.SYSTEM_BUSINESS_STATUS, code);
    }

    static CodeableConcept reason(String code) {
        return Codes.concept(Canonicals.SYSTEM_STATUS_REASON, code);
    }

    static CommunicationRequest feedbackRequest() {
        CommunicationRequest request = new CommunicationRequest();
        request.setId("CommunicationRequest/thea");
        request.addRecipient(new Reference("PractitionerRole/gp-1"));
        request.addRecipient(new Reference("Organization/practice-1"));
        return request;
    }

    static Communication feedback() {
        Communication feedback = new Communication();
        feedback.setId("Communication/thea");
        feedback.setStatus(CommunicationStatus.COMPLETED);
        feedback.addCategory(Codes.concept(Canonicals.SYSTEM_COMMUNICATION_CATEGORY, "final-feedback"));
        feedback.addBasedOn(new Reference("CommunicationRequest/thea"));
        feedback.setSubject(new Reference("Patient/thea"));
        feedback.addRecipient(new Reference("PractitionerRole/gp-1"));
        feedback.addRecipient(new Reference("Organization/practice-1"));
        feedback.addPayload().setContent(new StringType("Afgesproken: samen naar de schuldhulp."));
        return feedback;
    }

    /** Facts under which every guard can hold. */
    static TaskFacts facts(Actor... actors) {
        Set<Actor> all = Set.of(actors);
        Optional<String> role = all.contains(Actor.OWNER)
                ? Optional.of(WALLY)
                : all.contains(Actor.STAND_IN) ? Optional.of(SUBSTITUTE) : Optional.empty();
        return TaskFacts.of(all, role, NOW)
                .withFeedback(List.of(feedback()), Optional.of(feedbackRequest()), true)
                .withCancellation(false, true, false)
                .withTeam(Set.of(WALLY, SUBSTITUTE, "PractitionerRole/wally-3"));
    }

    static List<Problem> problems(Verdict verdict) {
        return verdict instanceof Verdict.Refused refused
                ? refused.refusals().stream().map(Refusal::problem).toList()
                : List.of();
    }

    static boolean allowed(Verdict verdict) {
        return verdict instanceof Verdict.Allowed;
    }
}
