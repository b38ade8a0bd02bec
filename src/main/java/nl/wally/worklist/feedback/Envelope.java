package nl.wally.worklist.feedback;

import java.time.Instant;
import java.util.Date;
import java.util.TimeZone;
import java.util.UUID;
import nl.wally.conformance.Canonicals;
import nl.wally.dossier.Dossier;
import nl.wally.shared.Codes;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.hl7.fhir.r4.model.Type;

/** Makes of a letter what is sent: the Communication to the GP and the Task that goes on or ends with it, in one transaction. */
final class Envelope {
    private Envelope() {}

    /** What the GP receives. */
    static Communication letter(Dossier dossier, String text, boolean isInterim, Instant now, TimeZone zone) {
        var letter = new Communication();
        dossier.feedbackRequest().ifPresent(request -> {
            letter.addBasedOn(new Reference(References.key(request)));
            request.getRecipient().forEach(recipient -> letter.addRecipient(recipient.copy()));
        });
        letter.setStatus(CommunicationStatus.COMPLETED);
        letter.addCategory(Codes.concept(
                Canonicals.SYSTEM_COMMUNICATION_CATEGORY, isInterim ? "interim-feedback" : "final-feedback"));
        letter.setSubject(dossier.task().getFor());
        letter.addPayload().setContent(new StringType(text));
        var sent = new DateTimeType(Date.from(now));
        sent.setTimeZone(zone);
        return letter.setSentElement(sent);
    }

    /**
     * All that is sent.
     *
     * @param seen the Task in the version that the person has seen
     * @param onward where to, in words; empty when that is on record, or does not matter
     */
    static Bundle of(Communication letter, Task seen, Sending sending, String onward) {
        String url = "urn:uuid:" + UUID.randomUUID();
        Task task = seen.copy();
        output(task, "feedback", new Reference(url));
        if (sending.isInterim()) {
            if (task.getStatus() == TaskStatus.INPROGRESS) {
                task.setBusinessStatus(Codes.concept(Canonicals.SYSTEM_BUSINESS_STATUS, "interim-feedback-sent"));
            }
        } else {
            end(task, sending, onward);
        }
        var bundle = new Bundle().setType(BundleType.TRANSACTION);
        bundle.addEntry()
                .setFullUrl(url)
                .setResource(letter)
                .getRequest()
                .setMethod(HTTPVerb.POST)
                .setUrl("Communication");
        bundle.addEntry()
                .setResource(task)
                .getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl(References.key(seen))
                .setIfMatch("W/\"" + seen.getMeta().getVersionId() + "\"");
        return bundle;
    }

    private static void end(Task task, Sending sending, String onward) {
        // The server says itself that it is closed.
        task.setBusinessStatus(null);
        if (sending.isCompletion()) {
            task.setStatus(TaskStatus.COMPLETED).setStatusReason(null);
            output(task, "outcome", Codes.concept(Canonicals.SYSTEM_OUTCOME, sending.outcome()));
            if (!onward.isEmpty()) {
                output(task, "onward-referral", new StringType(onward));
            }
        } else {
            CodeableConcept reason = Codes.concept(Canonicals.SYSTEM_STATUS_REASON, sending.reasonCode());
            task.setStatus(TaskStatus.fromCode(sending.deed()))
                    .setStatusReason(sending.why().isEmpty() ? reason : reason.setText(sending.why()));
        }
    }

    private static void output(Task task, String type, Type value) {
        task.addOutput()
                .setType(Codes.concept(Canonicals.SYSTEM_TASK_OUTPUT, type))
                .setValue(value);
    }
}
