package nl.wally.feedback;

import static nl.wally.shared.Words.words;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Ahead;
import nl.wally.shared.Caller;
import nl.wally.shared.Codes;
import nl.wally.shared.Problem;
import nl.wally.shared.References;
import nl.wally.shared.Refusal;
import nl.wally.shared.Words;
import nl.wally.workflow.Actor;
import nl.wally.workflow.FeedbackRules;
import nl.wally.workflow.TaskCompletion;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;

/** What the owner may tell, when and to whom: feedback to the GP (W-6) and attempts to reach the person (W-3). */
final class CommunicationRules {
    private static final Set<String> FEEDBACK = Set.of("interim-feedback", "final-feedback");
    private static final Set<String> BY_OWNER = Set.of("interim-feedback", "final-feedback", "contact-attempt");

    private CommunicationRules() {}

    /**
     * What is known of the referral of which somebody speaks.
     *
     * @param actors who the caller is on the Task as stored
     * @param before the Task as stored
     * @param after the Task as it will be
     * @param request the feedback request that came with the referral
     * @param contentPermitted whether the person permits that the GP hears of the content
     */
    record Setting(
            Caller caller,
            Set<Actor> actors,
            Task before,
            Task after,
            Optional<CommunicationRequest> request,
            boolean contentPermitted,
            Instant now) {}

    /**
     * Why this may not be said; empty when it may.
     *
     * @param reference what the Communication will be known by, as {@code Type/id}
     */
    static Optional<Refusal> judge(Communication said, String reference, Setting setting) {
        return byOwner(said, setting)
                .or(() -> bySender(said, setting.caller()))
                .or(() -> inTime(reference, setting))
                .or(() -> ofPerson(said, setting.before()))
                .or(() -> sent(said, setting.now()))
                .or(() -> is(said, FEEDBACK) ? asRequested(said, setting) : Optional.empty());
    }

    private static Optional<Refusal> byOwner(Communication said, Setting setting) {
        boolean owner =
                setting.actors().contains(Actor.OWNER) || setting.actors().contains(Actor.STAND_IN);
        return owner && is(said, BY_OWNER)
                ? Optional.empty()
                : refuse(
                        Problem.FORBIDDEN,
                        "Communication.category",
                        words(
                                "The owner of the Task, or who stands in now, gives feedback and records contact attempts"));
    }

    private static Optional<Refusal> bySender(Communication said, Caller caller) {
        boolean self = caller.person()
                .filter(role -> role.equals(References.key(said.getSender())))
                .isPresent();
        return self || !said.hasSender()
                ? Optional.empty()
                : refuse(
                        Problem.FORBIDDEN,
                        "Communication.sender",
                        words("The sender is the person who acts with this token"));
    }

    /** After the end there is only the addendum; what is said with the step that ends it comes before the end. */
    private static Optional<Refusal> inTime(String reference, Setting setting) {
        boolean addendum = setting.after().getOutput().stream()
                .filter(output -> Codes.has(output.getType(), Canonicals.SYSTEM_TASK_OUTPUT, "addendum"))
                .anyMatch(output -> output.getValue() instanceof Reference added
                        && References.key(added).equals(reference));
        return !TaskCompletion.isTerminal(setting.before().getStatus()) || addendum
                ? Optional.empty()
                : refuse(
                        Problem.ELEMENT_NOT_ALLOWED,
                        "Communication",
                        words(
                                "The referral has ended: only an addendum may follow. Send the Communication in one transaction"
                                        + " with the Task, to which an output of type addendum that refers to it is added"));
    }

    private static Optional<Refusal> ofPerson(Communication said, Task task) {
        return References.key(said.getSubject()).equals(References.key(task.getFor()))
                ? Optional.empty()
                : refuse(
                        Problem.REFERENCE_UNRESOLVED,
                        "Communication.subject",
                        words("The subject is the person of the referral"));
    }

    private static Optional<Refusal> sent(Communication said, Instant now) {
        return Ahead.isAhead(said.getSentElement(), now)
                ? Optional.of(Refusal.of(Problem.TIME_IN_FUTURE, "Communication.sent"))
                : Optional.empty();
    }

    /** Feedback answers this referral's request, goes to whom the request names, and tells no more than permitted. */
    private static Optional<Refusal> asRequested(Communication feedback, Setting setting) {
        Set<String> request =
                setting.request().map(References::key).map(Set::of).orElse(Set.of());
        if (request.isEmpty() || !keys(feedback.getBasedOn()).equals(request)) {
            return refuse(
                    Problem.REFERENCE_UNRESOLVED,
                    "Communication.basedOn",
                    words("Feedback is basedOn the feedback request of this referral, and on nothing else"));
        }
        Set<String> wanted = keys(setting.request().get().getRecipient());
        if (!keys(feedback.getRecipient()).equals(wanted)) {
            return refuse(
                    Problem.REFERENCE_UNRESOLVED,
                    "Communication.recipient",
                    words("Feedback goes to every recipient that the feedback request names, and to nobody else"));
        }
        return setting.contentPermitted() || FeedbackRules.onlyText(feedback)
                ? Optional.empty()
                : refuse(Problem.CONSENT_MISSING, "Communication.payload", FeedbackRules.TOO_MUCH);
    }

    private static Set<String> keys(List<Reference> references) {
        return references.stream().map(References::key).collect(Collectors.toSet());
    }

    private static boolean is(Communication said, Set<String> categories) {
        return categories.stream()
                .anyMatch(category ->
                        Codes.anyHas(said.getCategory(), Canonicals.SYSTEM_COMMUNICATION_CATEGORY, category));
    }

    private static Optional<Refusal> refuse(Problem problem, String expression, Words explanation) {
        return Optional.of(new Refusal(problem, expression, explanation));
    }
}
