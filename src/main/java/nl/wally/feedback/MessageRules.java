package nl.wally.feedback;

import static nl.wally.shared.Words.words;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Ahead;
import nl.wally.shared.Codes;
import nl.wally.shared.Problem;
import nl.wally.shared.References;
import nl.wally.shared.Refusal;
import nl.wally.shared.Words;
import nl.wally.workflow.Actor;
import nl.wally.workflow.SubTask;
import nl.wally.workflow.TaskCompletion;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.CommunicationRequest.CommunicationRequestStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.ParameterComponent;

/** What the GP side may tell after sending, when and to whom: messages to the owner, and answers to questions. */
final class MessageRules {
    private static final String MESSAGE = "message";
    private static final String ANSWER = "information-answer";

    private MessageRules() {}

    /**
     * What is known of the referral of which the GP side speaks.
     *
     * @param actors who the caller is on the Task as stored
     * @param before the Task as stored
     * @param after the Task as it will be
     * @param question the CommunicationRequest that is answered, as stored
     * @param senderIsOwn whether the caller may speak in the name of the sender
     */
    record Setting(
            Set<Actor> actors,
            Task before,
            Task after,
            Optional<CommunicationRequest> question,
            boolean senderIsOwn,
            Instant now) {}

    /** Whether this is for the GP side to say. */
    static boolean isMeant(Communication said) {
        return codes(said).stream().anyMatch(Set.of(MESSAGE, ANSWER)::contains);
    }

    static boolean isAnswer(Communication said) {
        return codes(said).contains(ANSWER);
    }

    /** Why this may not be said; empty when it may. */
    static Optional<Refusal> judge(Communication said, Setting setting) {
        return refuseUnless(
                        setting.actors().contains(Actor.GP) && codes(said).size() == 1,
                        Problem.FORBIDDEN,
                        "category",
                        words("The practice of the referral sends messages and answers"))
                .or(() -> refuseUnless(
                        setting.senderIsOwn(),
                        Problem.FORBIDDEN,
                        "sender",
                        words(
                                "The sender is the person who acts with this token, or for a token without a person the practice"
                                        + " itself or somebody who has a role in it")))
                .or(() -> refuseUnless(
                        !TaskCompletion.isTerminal(setting.before().getStatus()),
                        Problem.ELEMENT_NOT_ALLOWED,
                        "category",
                        words(
                                "The referral has ended and nobody looks at it any more: call, or send a new referral that"
                                        + " replaces it")))
                .or(() -> refuseUnless(
                        key(said.getSubject()).equals(key(setting.before().getFor())),
                        Problem.REFERENCE_UNRESOLVED,
                        "subject",
                        words("The subject is the person of the referral")))
                .or(() -> refuseUnless(
                        !Ahead.isAhead(said.getSentElement(), setting.now()),
                        Problem.TIME_IN_FUTURE,
                        "sent",
                        Problem.TIME_IN_FUTURE.words()))
                .or(() -> isAnswer(said) ? answer(said, setting) : message(said, setting));
    }

    private static Optional<Refusal> message(Communication said, Setting setting) {
        return refuseUnless(
                        keys(said.getPartOf()).equals(List.of(References.key(setting.before()))),
                        Problem.REFERENCE_UNRESOLVED,
                        "partOf",
                        words("A message is partOf the Task of the referral, and of nothing else"))
                .or(
                        () -> refuseUnless(
                                keys(said.getRecipient())
                                        .equals(List.of(key(setting.after().getOwner()))),
                                Problem.REFERENCE_UNRESOLVED,
                                "recipient",
                                words(
                                        "A message goes to the owner of the Task: leave the recipient out and the server fills it in")));
    }

    private static Optional<Refusal> answer(Communication said, Setting setting) {
        Optional<CommunicationRequest> question = setting.question().filter(SubTask::isBeside);
        return refuseUnless(
                        question.isPresent() && said.getBasedOn().size() == 1,
                        Problem.REFERENCE_UNRESOLVED,
                        "basedOn",
                        words(
                                "An answer is basedOn the question: a CommunicationRequest of category information-request"))
                .or(() -> refuseUnless(
                        question.get().getStatus() == CommunicationRequestStatus.ACTIVE,
                        Problem.ELEMENT_NOT_ALLOWED,
                        "basedOn",
                        words("This question is not open any more")))
                .or(() -> refuseUnless(
                        keys(said.getRecipient())
                                .equals(List.of(key(question.get().getRequester()))),
                        Problem.REFERENCE_UNRESOLVED,
                        "recipient",
                        words("An answer goes to who asked: leave the recipient out and the server fills it in")));
    }

    /**
     * Why this may not be an input of the Task; empty when it may.
     *
     * @param message what the input refers to, if that can be found
     */
    static Optional<Refusal> judgeInput(ParameterComponent input, Optional<Communication> message, Task task) {
        boolean fits = Codes.has(input.getType(), Canonicals.SYSTEM_TASK_INPUT, MESSAGE)
                && message.filter(said -> codes(said).equals(List.of(MESSAGE)))
                        .filter(said -> References.anyIs(said.getPartOf(), References.key(task)))
                        .isPresent();
        return fits
                ? Optional.empty()
                : Optional.of(new Refusal(
                        Problem.REFERENCE_UNRESOLVED,
                        "Task.input",
                        words(
                                "An input has type message and refers to a Communication of category message that is partOf this"
                                        + " Task, in this transaction or on this server")));
    }

    private static List<String> codes(Communication said) {
        return said.getCategory().stream()
                .flatMap(category -> Codes.of(category, Canonicals.SYSTEM_COMMUNICATION_CATEGORY).stream())
                .toList();
    }

    private static List<String> keys(List<Reference> references) {
        return references.stream().map(References::key).toList();
    }

    private static String key(Reference reference) {
        return References.key(reference);
    }

    private static Optional<Refusal> refuseUnless(boolean holds, Problem problem, String element, Words explanation) {
        return holds ? Optional.empty() : Optional.of(new Refusal(problem, "Communication." + element, explanation));
    }
}
