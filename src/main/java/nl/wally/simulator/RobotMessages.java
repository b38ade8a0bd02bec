package nl.wally.simulator;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.TimeZone;
import java.util.UUID;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.CommunicationRequest.CommunicationRequestStatus;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/**
 * Writes what a system of social workers would send for each move, as the guide says. Where the GP reads along it says that
 * a robot speaks, and nothing that a person would have to permit.
 *
 * @param task the Task of the referral, as it is
 * @param request the feedback request of the referral, as it is
 */
record RobotMessages(Task task, CommunicationRequest request, Instant now) {
    private static final int DAYS_ON_HOLD = 14;

    /** One transaction. */
    Bundle of(Move move) {
        return switch (move) {
            case OPEN, ACCEPT, START, RESUME -> step(move);
            case REJECT ->
                ending(
                        move,
                        "no-capacity",
                        "Oefening: robot Wally heeft nu geen ruimte. Wilt u het later weer vragen?");
            case HOLD -> onHold(move);
            case MISS -> attempt("no-answer");
            case REACH -> attempt("reached");
            case ASK -> question("Oefening: op welk nummer is de patiënt overdag bereikbaar?");
            case AWAIT_ANSWER -> throw new IllegalArgumentException("Waiting sends nothing");
            case FAIL ->
                ending(
                        move,
                        "unreachable",
                        "Oefening: robot Wally heeft drie keer gebeld, zonder gehoor. Wilt u vragen of er nog contact"
                                + " gewenst is?");
            case COMPLETE -> ending(move, "", "Oefening: robot Wally heeft contact gehad. U hoeft nu niets te doen.");
        };
    }

    private Bundle step(Move move) {
        return put(transaction(), task.copy().setStatus(move.to().orElseThrow()));
    }

    private Bundle onHold(Move move) {
        Task held = task.copy().setStatus(move.to().orElseThrow());
        held.setStatusReason(Codes.concept(Canonicals.SYSTEM_STATUS_REASON, "client-holiday"));
        LocalDate resumes = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(DAYS_ON_HOLD);
        held.addExtension(Canonicals.EXTENSION_RESUME_DATE, new DateType(resumes.toString()));
        return put(transaction(), held);
    }

    /** No Wally ends a referral without feedback (W-6). */
    private Bundle ending(Move move, String reason, String text) {
        TaskStatus status = move.to().orElseThrow();
        Task ended = task.copy().setStatus(status);
        if (status == TaskStatus.COMPLETED) {
            ended.addOutput()
                    .setType(Codes.concept(Canonicals.SYSTEM_TASK_OUTPUT, "outcome"))
                    .setValue(Codes.concept(Canonicals.SYSTEM_OUTCOME, "helped"));
        } else {
            ended.setStatusReason(Codes.concept(Canonicals.SYSTEM_STATUS_REASON, reason));
        }
        Communication feedback = said("final-feedback")
                .addBasedOn(new Reference(References.key(request)))
                .setRecipient(request.copy().getRecipient());
        feedback.addPayload().setContent(new StringType(text));
        Bundle bundle = transaction();
        String url = post(bundle, feedback);
        ended.addOutput()
                .setType(Codes.concept(Canonicals.SYSTEM_TASK_OUTPUT, "feedback"))
                .setValue(new Reference(url));
        return put(bundle, ended);
    }

    private Bundle attempt(String result) {
        Communication attempt = said("contact-attempt")
                .addPartOf(new Reference(References.key(task)))
                .addMedium(Codes.concept(Canonicals.PARTICIPATION_MODE, "PHONE"))
                .addRecipient(task.getFor().copy());
        attempt.addExtension(
                Canonicals.EXTENSION_CONTACT_RESULT, Codes.concept(Canonicals.SYSTEM_CONTACT_RESULT, result));
        Bundle bundle = transaction();
        post(bundle, attempt);
        return bundle;
    }

    private Bundle question(String text) {
        String asked = References.key(task.getRequester());
        var question = new CommunicationRequest()
                .setStatus(CommunicationRequestStatus.ACTIVE)
                .addCategory(Codes.concept(Canonicals.SYSTEM_COMMUNICATION_REQUEST_CATEGORY, "information-request"))
                .addBasedOn(task.getFocus().copy())
                .setSubject(task.getFor().copy())
                .setRequester(task.getOwner().copy())
                .addRecipient(new Reference(asked))
                .setAuthoredOnElement(time());
        question.addPayload().setContent(new StringType(text));
        Bundle bundle = transaction();
        String url = post(bundle, question);
        post(
                bundle,
                new Task()
                        .setIntent(TaskIntent.ORDER)
                        .setStatus(TaskStatus.REQUESTED)
                        .setCode(Codes.concept(Canonicals.SYSTEM_TASK_CODE, "provide-information"))
                        .addPartOf(new Reference(References.key(task)))
                        .setFor(task.getFor().copy())
                        .setFocus(new Reference(url))
                        .setRequester(task.getOwner().copy())
                        .setOwner(new Reference(asked))
                        .setAuthoredOnElement(time()));
        return bundle;
    }

    private Communication said(String category) {
        return new Communication()
                .setStatus(CommunicationStatus.COMPLETED)
                .addCategory(Codes.concept(Canonicals.SYSTEM_COMMUNICATION_CATEGORY, category))
                .setSubject(task.getFor().copy())
                .setSender(task.getOwner().copy())
                .setSentElement(time());
    }

    private DateTimeType time() {
        return new DateTimeType(Date.from(now), TemporalPrecisionEnum.SECOND, TimeZone.getTimeZone("UTC"));
    }

    private static Bundle transaction() {
        return new Bundle().setType(Bundle.BundleType.TRANSACTION);
    }

    private static String post(Bundle bundle, Resource resource) {
        BundleEntryComponent entry =
                bundle.addEntry().setFullUrl("urn:uuid:" + UUID.randomUUID()).setResource(resource);
        entry.getRequest().setMethod(HTTPVerb.POST).setUrl(resource.fhirType());
        return entry.getFullUrl();
    }

    private static Bundle put(Bundle bundle, Task changed) {
        bundle.addEntry()
                .setResource(changed)
                .getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl(References.key(changed))
                .setIfMatch("W/\"" + changed.getMeta().getVersionId() + "\"");
        return bundle;
    }
}
