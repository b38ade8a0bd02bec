package nl.wally.workflow;

import static nl.wally.shared.Words.words;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import nl.wally.shared.Problem;
import nl.wally.shared.References;
import nl.wally.shared.Refusal;
import nl.wally.shared.Words;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationPayloadComponent;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskOutputComponent;

/** No Wally ends a referral without telling the GP (W-6): guards G-FEEDBACK and G-OUTCOME; and what the GP may hear. */
public final class FeedbackRules {
    /** What to do when the person did not permit feedback of content. */
    public static final Words TOO_MUCH = words(
            "The person did not permit feedback of content: send text only, saying that contact took place and what the GP must do");

    private static final String OUTPUT = "Task.output";

    private FeedbackRules() {}

    /** G-FEEDBACK: empty when one output is final feedback to the GP. */
    static Optional<Refusal> finalFeedback(Task task, TaskFacts facts) {
        if (facts.feedbackRequest().isEmpty()) {
            return missing(words("The feedback request of this referral cannot be found"));
        }
        CommunicationRequest request = facts.feedbackRequest().get();
        List<Communication> given = task.getOutput().stream()
                .filter(output -> isOfType(output, "feedback") && output.getValue() instanceof Reference)
                .flatMap(output -> facts.feedback().stream()
                        .filter(candidate -> References.pointsTo((Reference) output.getValue(), candidate)))
                .toList();
        if (given.isEmpty()) {
            return missing(
                    words(
                            "Add an output of type feedback that refers to a Communication in this transaction or on this server"));
        }
        // The last one is the one that the client just added: its shortcoming is the one to name.
        Optional<Words> shortcoming = Optional.empty();
        for (Communication feedback : given) {
            shortcoming = shortcoming(feedback, request, task).or(() -> tooMuch(feedback, facts));
            if (shortcoming.isEmpty()) {
                return Optional.empty();
            }
        }
        return missing(shortcoming.orElse(Words.NONE));
    }

    /** G-OUTCOME: empty when one output is a coded outcome, and where to is said of who was referred onward (W-5). */
    static Optional<Refusal> outcome(Task task) {
        Set<String> outcomes = task.getOutput().stream()
                .filter(output -> isOfType(output, "outcome") && output.getValue() instanceof CodeableConcept)
                .flatMap(output -> Codes.of((CodeableConcept) output.getValue(), Canonicals.SYSTEM_OUTCOME).stream())
                .collect(Collectors.toSet());
        if (outcomes.isEmpty()) {
            return Optional.of(new Refusal(
                    Problem.OUTCOME_MISSING,
                    OUTPUT,
                    words("Add an output of type outcome with a code of {0}", Canonicals.SYSTEM_OUTCOME)));
        }
        return outcomes.contains("referred-onward") ? onward(task) : Optional.empty();
    }

    /** W-5: where to is recorded, as an offer or organisation of the directory, or in words. */
    private static Optional<Refusal> onward(Task task) {
        return task.getOutput().stream().anyMatch(output -> isOfType(output, "onward-referral") && output.hasValue())
                ? Optional.empty()
                : Optional.of(new Refusal(
                        Problem.OUTCOME_MISSING,
                        OUTPUT,
                        words(
                                "The outcome referred-onward says where to: add an output of type onward-referral that refers to"
                                        + " a HealthcareService or Organization, or names it in words")));
    }

    private static Optional<Words> shortcoming(Communication feedback, CommunicationRequest request, Task task) {
        if (feedback.getStatus() != CommunicationStatus.COMPLETED) {
            return Optional.of(words("The feedback must have status completed"));
        }
        if (!Codes.anyHas(feedback.getCategory(), Canonicals.SYSTEM_COMMUNICATION_CATEGORY, "final-feedback")) {
            return Optional.of(words("The feedback must have category final-feedback"));
        }
        if (!References.anyIs(feedback.getBasedOn(), References.key(request))) {
            return Optional.of(words("The feedback must be basedOn the feedback request of this referral"));
        }
        String person = References.key(task.getFor());
        if (person.isEmpty() || !person.equals(References.key(feedback.getSubject()))) {
            return Optional.of(words("The subject of the feedback must be the person of the Task"));
        }
        boolean toAll = request.getRecipient().stream()
                .allMatch(wanted -> References.anyIs(feedback.getRecipient(), References.key(wanted)));
        if (!toAll || request.getRecipient().isEmpty()) {
            return Optional.of(words("The feedback must go to every recipient that the feedback request names"));
        }
        return feedback.getPayload().stream().anyMatch(FeedbackRules::hasText)
                ? Optional.empty()
                : Optional.of(words("The feedback must have a payload with text"));
    }

    /** Without permission for content only plain text can be the agreed sentence; documents and links cannot. */
    private static Optional<Words> tooMuch(Communication feedback, TaskFacts facts) {
        return facts.contentPermitted() || onlyText(feedback) ? Optional.empty() : Optional.of(TOO_MUCH);
    }

    /** Whether the Communication says what it says in plain text, and carries nothing beside that. */
    public static boolean onlyText(Communication feedback) {
        boolean more = feedback.hasNote()
                || feedback.hasAbout()
                || feedback.hasTopic()
                || feedback.hasContained()
                || feedback.hasReasonCode()
                || feedback.hasReasonReference();
        return !more && feedback.getPayload().stream().allMatch(FeedbackRules::hasText);
    }

    private static boolean hasText(CommunicationPayloadComponent payload) {
        return payload.getContent() instanceof StringType text
                && text.getValue() != null
                && !text.getValue().isBlank();
    }

    private static boolean isOfType(TaskOutputComponent output, String type) {
        return Codes.has(output.getType(), Canonicals.SYSTEM_TASK_OUTPUT, type);
    }

    private static Optional<Refusal> missing(Words why) {
        return Optional.of(new Refusal(Problem.FEEDBACK_MISSING, OUTPUT, why));
    }
}
