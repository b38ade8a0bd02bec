package nl.wally.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Caller;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;

/** What the server writes into sub-Tasks and questions, and fills in where the client left it out. */
final class SubTaskCompletion {
    private static final Set<String> OF_REFERRAL_TASKS = Set.of(
            Canonicals.EXTENSION_PRACTICE,
            Canonicals.EXTENSION_FIRST_CONTACT_DUE,
            Canonicals.EXTENSION_OVERDUE,
            Canonicals.EXTENSION_UNATTENDED,
            Canonicals.EXTENSION_RESUME_DATE);

    private SubTaskCompletion() {}

    /** A new sub-Task: a copy, the argument stays as it is. */
    static Task create(SubTask kind, Task sent, Task referral, String practice, Caller caller, Instant now) {
        Task task = sent.copy();
        mark(task, practice);
        task.getIdentifier().removeIf(number -> Canonicals.REFERRAL_NUMBER.equals(number.getSystem()));
        if (!task.hasFor()) {
            task.setFor(referral.getFor().copy());
        }
        if (!task.hasRequester()) {
            task.setRequester(new Reference(caller.agent()));
        }
        if (kind == SubTask.CANCELLATION) {
            task.setOwner(referral.getOwner().copy());
        } else if (!task.hasOwner()) {
            task.setOwner(referral.getRequester().copy());
        }
        task.setLastModifiedElement(TaskCompletion.lastModified(task, now));
        return task;
    }

    /** The question of a new information Task. */
    static CommunicationRequest create(CommunicationRequest sent, Task task, Task referral, String practice) {
        CommunicationRequest question = sent.copy();
        mark(question, practice);
        if (!question.hasBasedOn()) {
            question.addBasedOn(referral.getFocus().copy());
        }
        if (!question.hasSubject()) {
            question.setSubject(task.getFor().copy());
        }
        if (!question.hasRequester()) {
            question.setRequester(task.getRequester().copy());
        }
        if (!question.hasRecipient()) {
            question.setRecipient(List.of(task.getOwner().copy()));
        }
        question.setSender(task.getOwner().copy());
        return question;
    }

    /** A sub-Task that changes: a copy, the arguments stay as they are. */
    static Task update(Task before, Task sent, Instant now) {
        Task task = sent.copy();
        TaskCompletion.keepWhatTheServerWrote(before, task);
        if (!TaskDiff.between(before, sent).isEmpty()) {
            task.setLastModifiedElement(TaskCompletion.lastModified(task, now));
        }
        return task;
    }

    private static void mark(DomainResource resource, String practice) {
        resource.getExtension().removeIf(extension -> OF_REFERRAL_TASKS.contains(extension.getUrl()));
        resource.addExtension(Canonicals.EXTENSION_PRACTICE, new Reference(practice));
    }
}
