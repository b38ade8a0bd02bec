package nl.wally.workflow;

import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.CommunicationRequest.CommunicationRequestStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** Sub-Tasks of Thea's referral for the tests of the rules, and facts under which every guard can hold. */
final class SubTaskMessages {
    static final String PRACTICE = "Organization/practice-1";
    static final String GP = "PractitionerRole/gp-1";

    private SubTaskMessages() {}

    static Task of(SubTask kind, TaskStatus status) {
        boolean asks = kind == SubTask.INFORMATION;
        Task task = new Task();
        task.setId("Task/beside");
        task.setStatus(status).setIntent(TaskIntent.ORDER);
        task.setCode(Codes.concept(asks ? Canonicals.SYSTEM_TASK_CODE : Canonicals.TASK_CODE, kind.code()));
        task.addPartOf(new Reference("Task/thea"));
        task.setFocus(new Reference(asks ? "CommunicationRequest/question" : "Task/thea"));
        task.setFor(new Reference("Patient/thea"));
        task.setAuthoredOn(Date.from(Tasks.NOW.minusSeconds(60)));
        task.setRequester(new Reference(asks ? Tasks.WALLY : GP));
        task.setOwner(new Reference(asks ? GP : Tasks.WALLY));
        task.addNote().setText("eerste");
        return task;
    }

    static Task answered(Task task) {
        Tasks.addOutput(task, "answer", new Reference("Communication/answer"));
        return task;
    }

    static CommunicationRequest question() {
        CommunicationRequest question = new CommunicationRequest();
        question.setId("CommunicationRequest/question");
        question.addBasedOn(new Reference("ServiceRequest/thea"));
        question.setStatus(CommunicationRequestStatus.ACTIVE);
        question.addCategory(Codes.concept(Canonicals.SYSTEM_COMMUNICATION_REQUEST_CATEGORY, "information-request"));
        question.setSubject(new Reference("Patient/thea"));
        question.setAuthoredOn(Date.from(Tasks.NOW));
        question.setRequester(new Reference(Tasks.WALLY));
        question.addRecipient(new Reference(GP));
        return question;
    }

    static Communication answer() {
        Communication answer = new Communication();
        answer.setId("Communication/answer");
        answer.addBasedOn(new Reference("CommunicationRequest/question"));
        answer.setStatus(CommunicationStatus.COMPLETED);
        answer.addCategory(Codes.concept(Canonicals.SYSTEM_COMMUNICATION_CATEGORY, "information-answer"));
        return answer;
    }

    /** What is known when this actor acts on a referral that is in progress. */
    static SubTaskFacts facts(SubTask kind, Actor actor) {
        return facts(kind, actor, Tasks.in(TaskStatus.INPROGRESS));
    }

    static SubTaskFacts facts(SubTask kind, Actor actor, Task referral) {
        boolean asks = kind == SubTask.INFORMATION;
        return new SubTaskFacts(
                EnumSet.of(actor),
                referral,
                asks ? Tasks.WALLY : GP,
                Set.of(PRACTICE, GP),
                asks ? Optional.of(question()) : Optional.empty(),
                asks,
                asks ? List.of(answer()) : List.of(),
                false,
                Tasks.NOW);
    }
}
