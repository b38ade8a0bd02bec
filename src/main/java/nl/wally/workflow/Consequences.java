package nl.wally.workflow;

import java.util.Date;
import java.util.stream.Stream;
import nl.wally.conformance.Canonicals;
import nl.wally.fhir.Authorship;
import nl.wally.fhir.Referral;
import nl.wally.fhir.Submission;
import nl.wally.shared.Caller;
import nl.wally.shared.Codes;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.CommunicationRequest.CommunicationRequestStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/** What the server does of itself when a Task changes: close the loop (G-SRSYNC, G-NOTICE) and say who did it. */
@Component
class Consequences {
    private static final String NOTICE_TEXT = "De verwijzing is beëindigd. / The referral has ended.";

    private final ReferralFile file;
    private final SubTaskClosing subTasks;

    Consequences(ReferralFile file, SubTaskClosing subTasks) {
        this.file = file;
        this.subTasks = subTasks;
    }

    /** Also for what somebody else than the caller does, namely the server itself. */
    void of(Submission submission, Referral referral, Task before, Task after, Verdict.Allowed allowed, Caller by) {
        boolean moved = !References.key(before.getOwner()).equals(References.key(after.getOwner()));
        if (allowed.consequences().contains(Guard.G_SRSYNC)) {
            closeLoop(submission, referral, after, allowed);
        } else if (moved) {
            file.part(submission, referral, CommunicationRequest.class).ifPresent(request -> {
                CommunicationRequest handed = request.copy();
                handed.setSender(after.getOwner().copy());
                submission.update(request, handed);
            });
        }
        if (TaskCompletion.isTerminal(after.getStatus())) {
            subTasks.close(submission, referral);
        } else if (moved) {
            subTasks.follow(submission, referral, after);
        }
        if (allowed.consequences().contains(Guard.G_NOTICE)) {
            submission.create(notice(referral, after, submission), referral);
        }
        if (moved || before.getStatus() != after.getStatus()) {
            String activity = moved ? "handed-over" : after.getStatus().toCode();
            submission.create(Authorship.of(submission, by, References.key(after), activity), referral);
        }
    }

    private void closeLoop(Submission submission, Referral referral, Task after, Verdict.Allowed allowed) {
        file.part(submission, referral, ServiceRequest.class).ifPresent(request -> {
            ServiceRequest closed = request.copy();
            LoopClosure.referralStatus(after.getStatus()).ifPresent(closed::setStatus);
            // What ended by mistake has ended before, for another reason.
            closed.getExtension()
                    .removeIf(extension -> Canonicals.EXTENSION_REQUEST_STATUS_REASON.equals(extension.getUrl()));
            if (after.hasStatusReason()) {
                closed.addExtension(
                        Canonicals.EXTENSION_REQUEST_STATUS_REASON,
                        after.getStatusReason().copy());
            }
            submission.update(request, closed);
        });
        // Feedback so far, before somebody cancelled, is no answer: only the final feedback that a step asks for is.
        boolean answered = allowed.transition()
                .filter(step -> step.guards().contains(Guard.G_FEEDBACK))
                .isPresent();
        file.part(submission, referral, CommunicationRequest.class).ifPresent(request -> {
            CommunicationRequest closed = request.copy();
            boolean before = request.getStatus() == CommunicationRequestStatus.COMPLETED;
            LoopClosure.feedbackRequestStatus(after.getStatus(), answered || before)
                    .ifPresent(closed::setStatus);
            submission.update(request, closed);
        });
    }

    /** Both sides hear that it has ended and why, in a code; nothing of what was told (W-2, W-6). */
    private static Communication notice(Referral referral, Task task, Submission submission) {
        var notice = new Communication();
        notice.addExtension(Canonicals.EXTENSION_PRACTICE, new Reference(referral.practice()));
        notice.addCategory(Codes.concept(Canonicals.SYSTEM_COMMUNICATION_CATEGORY, "closing-notice"));
        notice.setStatus(CommunicationStatus.COMPLETED);
        // The number, so that also who may not see the Task any more knows which referral it was.
        notice.addPartOf(new Reference(References.key(task))
                .setIdentifier(
                        new Identifier().setSystem(Canonicals.REFERRAL_NUMBER).setValue(referral.number())));
        notice.setSubject(task.getFor().copy());
        notice.setSent(Date.from(submission.now()));
        Stream.of(referral.practice(), References.key(task.getOwner()))
                .filter(recipient -> !recipient.isEmpty())
                .forEach(recipient -> notice.addRecipient(new Reference(recipient)));
        notice.addReasonCode(new org.hl7.fhir.r4.model.CodeableConcept()
                .setCoding(task.getStatusReason().copy().getCoding()));
        notice.addPayload().setContent(new StringType(NOTICE_TEXT));
        return notice;
    }
}
