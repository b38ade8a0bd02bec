package nl.wally.workflow;

import static nl.wally.shared.Words.words;

import java.util.ArrayList;
import java.util.List;
import nl.wally.shared.Ahead;
import nl.wally.shared.Problem;
import nl.wally.shared.References;
import nl.wally.shared.Refusal;
import nl.wally.shared.Words;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.CommunicationRequest.CommunicationRequestStatus;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;

/** A new sub-Task hangs together with the referral Task, with who asks and with what is asked. */
final class SubTaskLinkRules {
    private final Task task;
    private final SubTaskFacts facts;
    private final List<Refusal> refusals = new ArrayList<>();

    private SubTaskLinkRules(Task task, SubTaskFacts facts) {
        this.task = task;
        this.facts = facts;
    }

    static List<Refusal> judge(SubTask kind, Task task, SubTaskFacts facts) {
        SubTaskLinkRules rules = new SubTaskLinkRules(task, facts);
        rules.common();
        if (kind == SubTask.CANCELLATION) {
            rules.cancellation();
        } else {
            rules.information();
        }
        return List.copyOf(rules.refusals);
    }

    private void common() {
        unless(
                task.getPartOf().size() == 1 && References.pointsTo(task.getPartOfFirstRep(), facts.referral()),
                Problem.REFERENCE_UNRESOLVED,
                "Task.partOf",
                words("partOf names the Task of the referral itself, and nothing else"));
        unless(
                isPerson(task.getFor()),
                Problem.REFERENCE_UNRESOLVED,
                "Task.for",
                words("Task.for is the person of the referral"));
        unless(
                !task.hasOutput(),
                Problem.ELEMENT_NOT_ALLOWED,
                "Task.output",
                words("What is asked just now has no output yet"));
        notAhead(task.getAuthoredOnElement(), "Task.authoredOn");
    }

    private void cancellation() {
        unless(
                References.pointsTo(task.getFocus(), facts.referral()),
                Problem.REFERENCE_UNRESOLVED,
                "Task.focus",
                words("The focus is the Task of the referral, as partOf is"));
        unless(
                facts.gpSide().contains(References.key(task.getRequester())),
                Problem.REQUESTER_MISMATCH,
                "Task.requester",
                words("The requester is the practice of the referral or somebody who works there"));
    }

    private void information() {
        unless(
                facts.gpSide().contains(References.key(task.getOwner())),
                Problem.REQUESTER_MISMATCH,
                "Task.owner",
                words("The owner, who is asked, is the practice of the referral or somebody who works there"));
        unless(
                References.key(task.getRequester()).equals(facts.caller()),
                Problem.FORBIDDEN,
                "Task.requester",
                words("The requester is the person who acts with this token"));
        facts.question().ifPresent(this::question);
    }

    private void question(CommunicationRequest question) {
        String path = "CommunicationRequest.";
        unless(
                SubTask.isQuestion(question) && question.getStatus() == CommunicationRequestStatus.ACTIVE,
                Problem.PROFILE_VIOLATION,
                path + "category",
                words(
                        "The focus of an information Task is an active CommunicationRequest of category information-request"));
        unless(
                isPerson(question.getSubject()),
                Problem.REFERENCE_UNRESOLVED,
                path + "subject",
                words("The subject is the person of the referral"));
        unless(
                keys(question.getBasedOn())
                        .equals(List.of(References.key(facts.referral().getFocus()))),
                Problem.REFERENCE_UNRESOLVED,
                path + "basedOn",
                words("A question is basedOn the ServiceRequest of the referral, and on nothing else"));
        unless(
                References.key(question.getRequester()).equals(facts.caller()),
                Problem.FORBIDDEN,
                path + "requester",
                words("The requester is the person who acts with this token"));
        unless(
                question.hasRecipient() && facts.gpSide().containsAll(keys(question.getRecipient())),
                Problem.REQUESTER_MISMATCH,
                path + "recipient",
                words("A question goes to the practice of the referral or to who works there, and to nobody else"));
        notAhead(question.getAuthoredOnElement(), path + "authoredOn");
    }

    private boolean isPerson(Reference reference) {
        String person = References.key(facts.referral().getFor());
        return !person.isEmpty() && person.equals(References.key(reference));
    }

    private static List<String> keys(List<Reference> references) {
        return references.stream().map(References::key).toList();
    }

    private void notAhead(DateTimeType time, String path) {
        unless(!Ahead.isAhead(time, facts.now()), Problem.TIME_IN_FUTURE, path, Problem.TIME_IN_FUTURE.words());
    }

    private void unless(boolean holds, Problem problem, String path, Words explanation) {
        if (!holds) {
            refusals.add(new Refusal(problem, path, explanation));
        }
    }
}
