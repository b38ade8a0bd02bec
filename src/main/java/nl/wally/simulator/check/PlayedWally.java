package nl.wally.simulator.check;

import java.util.List;
import java.util.Optional;
import nl.wally.conformance.Canonicals;
import nl.wally.fhir.Criteria;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import nl.wally.shared.Codes;
import nl.wally.shared.References;
import nl.wally.simulator.check.Log.Kind;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.CommunicationRequest.CommunicationRequestStatus;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/**
 * The Wally who answers the referrals of a HIS under test: acts as whoever owns the Task. Each deed takes the referral's Task
 * as {@code Task/id} and tells what was done, or nothing when it is not the moment for it yet.
 */
final class PlayedWally {
    private final Desk desk;

    PlayedWally(Desk desk) {
        this.desk = desk;
    }

    Optional<Kind> open(String task) {
        return become(task, TaskStatus.RECEIVED, Kind.OPENED);
    }

    Optional<Kind> accept(String task) {
        return become(task, TaskStatus.ACCEPTED, Kind.ACCEPTED);
    }

    Optional<Kind> begin(String task) {
        return become(task, TaskStatus.INPROGRESS, Kind.BEGAN);
    }

    Optional<Kind> call(String reference) {
        return owned(reference).map(task -> {
            desk.create(owner(task), attempt(task));
            return Kind.CALLED;
        });
    }

    private Communication attempt(Task task) {
        var attempt = said("contact-attempt", task);
        attempt.addExtension(
                Canonicals.EXTENSION_CONTACT_RESULT, Codes.concept(Canonicals.SYSTEM_CONTACT_RESULT, "reached"));
        attempt.addPartOf(new Reference(References.key(task)));
        attempt.addMedium(Codes.concept(Canonicals.PARTICIPATION_MODE, "PHONE"));
        attempt.addRecipient(task.getFor().copy());
        return attempt;
    }

    Optional<Kind> ask(String reference) {
        return owned(reference).map(task -> {
            desk.transact(owner(task), question(task));
            return Kind.ASKED;
        });
    }

    private Bundle question(Task main) {
        var question = new CommunicationRequest();
        question.addCategory(Codes.concept(Canonicals.SYSTEM_COMMUNICATION_REQUEST_CATEGORY, "information-request"));
        question.addBasedOn(main.getFocus().copy());
        question.setStatus(CommunicationRequestStatus.ACTIVE);
        question.setSubject(main.getFor().copy());
        question.setAuthoredOnElement(desk.now());
        question.setRequester(main.getOwner().copy());
        question.addRecipient(main.getRequester().copy());
        question.addPayload().setContent(new StringType("Op welk nummer is mevrouw overdag bereikbaar?"));
        var bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        var task = new Task().setStatus(TaskStatus.REQUESTED).setIntent(TaskIntent.ORDER);
        task.setCode(Codes.concept(Canonicals.SYSTEM_TASK_CODE, "provide-information"));
        task.addPartOf(new Reference(References.key(main)));
        task.setFocus(new Reference(Desk.post(bundle, question)));
        task.setFor(main.getFor().copy());
        task.setAuthoredOnElement(desk.now());
        task.setRequester(main.getOwner().copy());
        task.setOwner(main.getRequester().copy());
        Desk.post(bundle, task);
        return bundle;
    }

    /** Once the question is answered. */
    Optional<Kind> completeWhenAnswered(String task) {
        return desk.beside(task, "provide-information", TaskStatus.COMPLETED).isPresent()
                ? complete(task)
                : Optional.empty();
    }

    Optional<Kind> complete(String reference) {
        return owned(reference).map(task -> {
            task.setStatus(TaskStatus.COMPLETED)
                    .addOutput()
                    .setType(output("outcome"))
                    .setValue(Codes.concept(Canonicals.SYSTEM_OUTCOME, "helped"));
            end(task);
            return Kind.COMPLETED;
        });
    }

    /** Once the GP has asked. */
    Optional<Kind> stopWhenAsked(String reference) {
        Optional<Task> request = desk.beside(reference, "abort", TaskStatus.REQUESTED);
        request.ifPresent(asked -> {
            var bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
            Desk.put(bundle, asked.copy().setStatus(TaskStatus.ACCEPTED));
            desk.transact(owner(desk.task(reference)), bundle);
            Task task = desk.task(reference).setStatus(TaskStatus.CANCELLED);
            task.setStatusReason(Codes.concept(Canonicals.SYSTEM_STATUS_REASON, "withdrawn-by-gp"));
            end(task);
        });
        return request.map(asked -> Kind.STOPPED);
    }

    /** W-6: no end without feedback. */
    private void end(Task task) {
        var bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        CommunicationRequest request = desk
                .find(CommunicationRequest.class, Criteria.reference("based-on", References.key(task.getFocus())))
                .stream()
                .filter(one -> Codes.anyHas(
                        one.getCategory(), Canonicals.SYSTEM_COMMUNICATION_REQUEST_CATEGORY, "feedback-request"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A referral has a feedback request"));
        var feedback = said("final-feedback", task);
        feedback.addBasedOn(new Reference(References.key(request)));
        feedback.setRecipient(request.copy().getRecipient());
        feedback.addPayload().setContent(new StringType("Er is contact geweest. U hoeft niets te doen."));
        task.addOutput().setType(output("feedback")).setValue(new Reference(Desk.post(bundle, feedback)));
        Desk.put(bundle, task);
        desk.transact(owner(task), bundle);
    }

    private Communication said(String category, Task task) {
        var said = new Communication().setStatus(CommunicationStatus.COMPLETED);
        said.setCategory(List.of(Codes.concept(Canonicals.SYSTEM_COMMUNICATION_CATEGORY, category)));
        said.setSubject(task.getFor().copy());
        said.setSentElement(desk.now());
        said.setSender(task.getOwner().copy());
        return said;
    }

    private Optional<Kind> become(String reference, TaskStatus status, Kind kind) {
        return owned(reference).map(task -> {
            desk.update(owner(task), task.setStatus(status));
            return kind;
        });
    }

    /** When everybody of the team is absent there is nobody yet to play. */
    private Optional<Task> owned(String reference) {
        return Optional.of(desk.task(reference)).filter(Task::hasOwner);
    }

    private Caller owner(Task task) {
        String role = References.key(task.getOwner());
        String organization =
                References.key(desk.read(role, PractitionerRole.class).getOrganization());
        return new Caller("simulator", organization, role, Capacity.SOCIAL_WORKER);
    }

    private static CodeableConcept output(String code) {
        return Codes.concept(Canonicals.SYSTEM_TASK_OUTPUT, code);
    }
}
